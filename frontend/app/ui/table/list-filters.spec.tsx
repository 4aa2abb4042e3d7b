import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { DataTable } from './data-table';
import { useListFilters, type ListFilter } from './list-filters';

const FILTERS: ListFilter[] = [
  { kind: 'search', name: 'q', label: 'Words' },
  { kind: 'choice', name: 'status', label: 'Status', choices: [{ value: 'open', label: 'Open' }] },
  {
    kind: 'choice',
    name: 'site',
    label: 'Site',
    choices: [{ value: 's1', label: 'Main Street' }],
    more: true,
  },
  { kind: 'linked', name: 'assetId', label: 'Asset', value: 'this asset' },
];

function List() {
  return (
    <DataTable
      caption="Things"
      columns={[{ key: 'id', header: 'Id', cell: (id: string) => id }]}
      rows={['one']}
      rowKey={(id) => id}
      empty={null}
      {...useListFilters(FILTERS)}
    />
  );
}

it('show what the address asks for, in the fields and as chips', () => {
  renderPage(<List />, { path: '/things?status=open&site=s1&assetId=ast_1&sort=-id&q=chart' });
  expect(screen.getByLabelText<HTMLSelectElement>('Status').value).toBe('open');
  expect(screen.getByLabelText<HTMLInputElement>('Words').value).toBe('chart');
  const chips = within(screen.getByRole('list')).getAllByRole('link');
  expect(chips.map((chip) => chip.textContent)).toEqual([
    'Wordschart',
    'StatusOpen',
    'SiteMain Street',
    'Assetthis asset',
    expect.stringMatching(/clear|all/i),
  ]);
});

it('send what was linked and the order of the rows with a new filter', () => {
  renderPage(<List />, { path: '/things?assetId=ast_1&sort=-id' });
  const form = screen.getByRole<HTMLFormElement>('search');
  expect(Object.fromEntries(new FormData(form))).toEqual({
    sort: '-id',
    q: '',
    status: '',
    site: '',
    assetId: 'ast_1',
  });
});
