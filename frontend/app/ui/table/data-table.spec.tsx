import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { HAS_PAST } from './as-of';
import { SelectField, TextField } from '~/ui/form/fields';
import { DataTable, type Column } from './data-table';

interface Risk {
  id: string;
  title: string;
  score: number;
}

const rows: Risk[] = [
  { id: '1', title: 'Stolen laptop', score: 20 },
  { id: '2', title: 'Phishing', score: 15 },
];
const columns: Column<Risk>[] = [
  { key: 'title', header: 'Risk', sort: 'title', cell: (risk) => risk.title },
  { key: 'score', header: 'Score', sort: 'score', align: 'end', cell: (risk) => risk.score },
];
const page = { nextCursor: 'abc', total: 120, totalIsCapped: false };

function draw(path: string, props: Partial<Parameters<typeof DataTable<Risk>>[0]> = {}) {
  return renderPage(
    <DataTable
      caption="Risks"
      columns={columns}
      rows={rows}
      rowKey={(risk) => risk.id}
      empty={<p>teach</p>}
      page={page}
      {...props}
    />,
    { path, handle: HAS_PAST },
  );
}

it('names each row by its first column', () => {
  draw('/risks');
  expect(screen.getByRole('rowheader', { name: 'Stolen laptop' })).toBeTruthy();
});

it('sorts by links that keep the filters and drop the page', () => {
  draw('/risks?level=high&sort=title&cursor=xyz');
  const header = screen.getByRole('columnheader', { name: /Risk/ });
  expect(header.getAttribute('aria-sort')).toBe('ascending');
  expect(within(header).getByRole('link').getAttribute('href')).toBe('/risks?level=high&sort=-title');
  const score = screen.getByRole('columnheader', { name: /Score/ });
  expect(within(score).getByRole('link').getAttribute('href')).toBe('/risks?level=high&sort=score');
});

it('turns pages by cursor', () => {
  draw('/risks?sort=title&cursor=xyz');
  expect(screen.getByRole('link', { name: 'Next page' }).getAttribute('href')).toBe(
    '/risks?sort=title&cursor=abc',
  );
  expect(screen.getByRole('link', { name: 'First page' }).getAttribute('href')).toBe('/risks?sort=title');
  expect(screen.getByText('120 records')).toBeTruthy();
});

it('asks for no filter that is not wanted, and does not say of each that it is optional', () => {
  const filterFields = (
    <>
      <TextField name="q" label="Word" />
      <SelectField
        name="level"
        label="Level"
        placeholder="Any"
        choices={[{ value: 'high', label: 'High' }]}
      />
    </>
  );
  draw('/risks', { filterFields });
  const form = screen.getByRole<HTMLFormElement>('search');
  expect(form.checkValidity()).toBe(true);
  expect(within(form).queryByText(/optional/)).toBeNull();
});

it('shows each filter as a chip that takes itself away', () => {
  const filters = [
    { name: 'level', label: 'Level', valueLabel: 'High' },
    { name: 'owner', value: 'mem_1', label: 'Owner', valueLabel: 'Ana' },
  ];
  draw('/risks?level=high&owner=mem_1&owner=mem_2', { filters });
  expect(screen.getByRole('link', { name: 'Remove filter Owner: Ana' }).getAttribute('href')).toBe(
    '/risks?level=high&owner=mem_2',
  );
});

it('teaches when nothing is there, and says so differently when a filter hides all', () => {
  const { unmount } = draw('/risks', { rows: [] });
  expect(screen.getByText('teach')).toBeTruthy();
  unmount();
  draw('/risks?level=high', { rows: [], filters: [{ name: 'level', label: 'Level', valueLabel: 'High' }] });
  expect(screen.getByRole('status').textContent).toContain('Nothing matches these filters');
});

it('of a past day without a row says that nothing was on record, not that a filter hid it', () => {
  draw('/risks?asOf=2020-01-01', {
    rows: [],
    filters: [{ name: 'asOf', label: 'As it was on', valueLabel: 'Jan 1, 2020' }],
  });
  expect(screen.getByRole('status').textContent).toContain('Nothing on record at the end of Jan 1, 2020');
});

it('of a past day says that nothing matches where another filter may have hidden it', () => {
  draw('/risks?asOf=2026-06-30&q=xyz', {
    rows: [],
    filters: [
      { name: 'asOf', label: 'As it was on', valueLabel: 'Jun 30, 2026' },
      { name: 'q', label: 'Search', valueLabel: 'xyz' },
    ],
  });
  expect(screen.getByRole('status').textContent).toContain('Nothing matches these filters');
});

it('can be had as a file, with the filters that are set', () => {
  draw('/risks', { files: { list: '/api/v1/risks', filters: { q: 'a b', status: undefined, level: '' } } });
  const form = screen.getByRole<HTMLFormElement>('form', { name: 'Export the table' });
  expect([...new FormData(form).keys()]).toEqual(['q', 'purpose']);
  expect(new FormData(form).get('q')).toBe('a b');
});

it('offers no file where there is none', () => {
  draw('/risks');
  expect(screen.queryByRole('form', { name: 'Export the table' })).toBeNull();
});
