import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { ASSET_LISTS, FLOW_LISTS } from './import-lists';
import { ColumnMapping } from './column-mapping';
import { CommitForm } from './commit-form';
import { ImportPage } from './import-page';
import { ImportDone } from './import-outcome';
import type { ImportRow, ImportView, UndoPlan } from './import-types';
import { Undone, UndoImport } from './undo-import';
import { importNextStep } from './import-next-step';
import { PreviewTable } from './preview-table';
import { SheetChoice } from './sheet-choice';

const list: ImportView = {
  id: 'imp_1',
  fileName: 'assets.csv',
  status: 'previewed',
  rowCount: 3,
  badRowCount: 1,
  jobId: null,
  result: null,
  undoJobId: null,
  undoResult: null,
  undoneAt: null,
  createdByName: 'Priya',
  createdAt: '2026-11-22T00:00:00.000Z',
  committedAt: null,
  version: 1,
  delimiter: 'comma',
  workbook: null,
  counts: { create: 2, change: 0, unchanged: 0, bad: 1 },
  badCellCount: 1,
  columns: [
    { index: 0, heading: 'Name', field: 'name', isOurs: false, samples: ['Pump'] },
    { index: 1, heading: 'Type', field: 'kind', isOurs: false, samples: ['device'] },
    { index: 2, heading: 'Warranty', field: null, isOurs: false, samples: [] },
    { index: 3, heading: 'Id', field: null, isOurs: true, samples: [] },
  ],
  fixed: { kind: null, hosting: null, holdsEphi: null },
  missing: [],
  mappingFrom: null,
  allowedActions: ['map', 'commit', 'discard'],
};
const badRow: ImportRow = {
  row: 4,
  outcome: 'bad',
  recordId: null,
  cells: ['Pump', 'spaceship', '2027', ''],
  problems: [{ column: 1, field: 'kind', heading: 'Type', value: 'spaceship', reason: 'Not a known word.' }],
  remarks: [],
  changes: [],
};
const page = { nextCursor: null, total: 1, totalIsCapped: false };

describe('the columns of a list', () => {
  it('name each one that is ignored, and not those that we wrote ourselves', () => {
    renderPage(<ColumnMapping of={ASSET_LISTS} list={list} />);
    expect(screen.getByText('One column is ignored: Warranty')).toBeDefined();
  });

  it('can each be given a meaning', () => {
    renderPage(<ColumnMapping of={ASSET_LISTS} list={{ ...list, missing: ['hosting'] }} />);
    expect(screen.getByText('No column says where it runs.')).toBeDefined();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'What “Type” means' }).value).toBe('kind');
    expect(screen.queryByRole('combobox', { name: 'What “Id” means' })).toBeNull();
  });
});

describe('the columns of a list of data flows', () => {
  it('can be what a flow has, and nothing that an asset has', () => {
    renderPage(<ColumnMapping of={FLOW_LISTS} list={{ ...list, missing: ['to'] }} />);
    expect(screen.getByText('No column says where a flow goes to.')).toBeDefined();
    const meanings = [
      ...screen.getByRole<HTMLSelectElement>('combobox', { name: 'What “Name” means' }).options,
    ];
    expect(meanings.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Leave out', 'Code', 'From', 'To', 'Encrypted on the way']),
    );
    expect(meanings.map(({ value }) => value)).not.toContain('tag');
    expect(screen.getByRole('combobox', { name: /^Other end/ })).toBeDefined();
    expect(screen.queryByRole('combobox', { name: /^Where it runs/ })).toBeNull();
  });
});

describe('a workbook', () => {
  const sheets = [
    { name: 'Assets', hidden: false },
    { name: 'Old', hidden: true },
  ];
  const workbook = { sheet: 'Assets', sheets };

  it('with several sheets names those that are not taken over, and lets one be chosen', () => {
    renderPage(
      <SheetChoice
        list={{ ...list, delimiter: null, workbook, allowedActions: ['choose-sheet', 'commit'] }}
      />,
    );
    expect(screen.getByText(/one more sheet, which is not taken over: Old \(hidden\)/)).toBeDefined();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sheet' }).value).toBe('Assets');
  });

  it('that is settled, and a list of text, ask for no sheet', () => {
    renderPage(<SheetChoice list={list} />);
    renderPage(<SheetChoice list={{ ...list, workbook }} />);
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('the preview', () => {
  it('names the bad cell beside its row and marks it where it stands', () => {
    renderPage(<PreviewTable of={ASSET_LISTS} list={list} rows={[badRow]} page={page} outcome={null} />);
    const row = screen.getByRole('row', { name: /4/ });
    expect(row.textContent).toContain('Type: Not a known word.');
    expect(within(row).getByText('spaceship').tagName).toBe('MARK');
    expect(row.textContent).not.toContain('2027');
    expect(screen.getByRole('link', { name: 'Bad cell (1)' }).getAttribute('href')).toBe('/?outcome=bad');
    expect(screen.queryByRole('link', { name: /Change \(0\)/ })).toBeNull();
  });
});

describe('a list of whose columns too little is known', () => {
  const lacking = {
    ...list,
    missing: ['kind' as const],
    counts: { create: 0, change: 0, unchanged: 0, bad: 3 },
  };
  const loaded = { rows: [badRow], page, outcome: null, job: null, undo: null };
  const show = (of: ImportView) =>
    renderPage(<ImportPage of={ASSET_LISTS} loaded={{ ...loaded, list: of }} refused={undefined} />);

  it('says first what to map, and counts no bad cells before', () => {
    show(lacking);
    expect(screen.getByText('No column holds the kind.')).toBeDefined();
    expect(screen.getByText(/^First say above what the columns mean/)).toBeDefined();
    expect(document.body.textContent).not.toMatch(/bad cell/i);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows its rows once one of them can be judged, each with the names of what it lacks', () => {
    const problems = ['Kind', 'Where it runs'].map((heading) => ({
      ...badRow.problems[0]!,
      column: null,
      heading,
      reason: `The list has no column “${heading}”.`,
    }));
    renderPage(
      <PreviewTable
        of={ASSET_LISTS}
        list={{ ...lacking, counts: list.counts }}
        rows={[{ ...badRow, problems }]}
        page={page}
        outcome={null}
      />,
    );
    const row = screen.getByRole('row', { name: /4/ });
    expect(row.textContent).toContain('Lacks: Kind, Where it runs.');
    expect(row.textContent).not.toContain('The list has no column');
  });

  it('says that the meanings are those of the last list, and lets them be changed', () => {
    const mappingFrom = { fileName: 'spring.csv', at: '2026-03-01T10:00:00.000Z' };
    show({ ...list, mappingFrom, fixed: { ...list.fixed, kind: 'device' } });
    expect(screen.getByText(/taken from the last list with these headings, spring\.csv/)).toBeDefined();
    expect(screen.getByRole('combobox', { name: 'What “Type” means' })).toBeDefined();
  });
});

describe('the yes', () => {
  it('asks which rows only where a row is bad', () => {
    const { unmount } = renderPage(<CommitForm list={list} />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /The 2 good rows only/ }).checked).toBe(true);
    unmount();
    renderPage(<CommitForm list={{ ...list, rowCount: 2, counts: { ...list.counts, bad: 0 } }} />);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('button', { name: 'Take over 2 rows' })).toBeDefined();
  });

  it('is not offered without a good row', () => {
    renderPage(
      <CommitForm list={{ ...list, rowCount: 1, counts: { create: 0, change: 0, unchanged: 0, bad: 1 } }} />,
    );
    expect(screen.queryByRole('button', { name: /Take over/ })).toBeNull();
  });
});

describe('what became of it', () => {
  it('is said in numbers, with the cells that were left out', () => {
    renderPage(
      <ImportDone
        of={ASSET_LISTS}
        list={{ ...list, result: { created: 2, changed: 1, unchanged: 0, skipped: 1 } }}
      />,
    );
    expect(screen.getByText('2 added, 1 changed, 0 unchanged, 1 left out.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Download all bad cells' }).getAttribute('href')).toBe(
      '/api/v1/asset-imports/imp_1/problems.csv',
    );
  });
});

describe('undoing', () => {
  const committed: ImportView = { ...list, status: 'committed', allowedActions: ['undo'] };
  const plan: UndoPlan = {
    withdraw: 2,
    restore: 1,
    keep: 1,
    kept: [{ recordId: 'ast_1', tag: 'DEV-7', name: 'Pump', because: 'changed-since' }],
  };

  it('says before it is asked for what would go, and what stays and why', () => {
    renderPage(<UndoImport of={ASSET_LISTS} list={committed} plan={plan} failed={false} />);
    expect(
      screen.getByText('2 would be taken out, 1 would become what they were, 1 would stay.'),
    ).toBeDefined();
    expect(screen.getByRole('listitem').textContent).toBe(
      'DEV-7 Pump: somebody changed it since, or what it was connected to before.',
    );
    expect(screen.getByRole('button', { name: 'Undo this import' })).toBeDefined();
  });

  it('is not offered when nothing can be undone', () => {
    renderPage(
      <UndoImport
        of={ASSET_LISTS}
        list={committed}
        plan={{ ...plan, withdraw: 0, restore: 0 }}
        failed={false}
      />,
    );
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/Nothing of this import can be undone/)).toBeDefined();
  });

  it('says that it failed and what it did', () => {
    renderPage(<UndoImport of={ASSET_LISTS} list={committed} plan={plan} failed />);
    expect(screen.getByRole('alert').textContent).toMatch(/nothing was changed/);
    renderPage(<Undone list={{ ...list, undoResult: { withdrawn: 2, restored: 1, kept: 1 } }} />);
    expect(screen.getByText('2 taken out, 1 became what they were, 1 stayed.')).toBeDefined();
  });
});

it('says what to do next: columns, then bad cells, then the yes', () => {
  expect(importNextStep(ASSET_LISTS, { ...list, missing: ['kind'] })?.title).toMatch(/columns mean/);
  expect(importNextStep(ASSET_LISTS, list)?.href).toBe('?outcome=bad');
  expect(importNextStep(ASSET_LISTS, { ...list, counts: { ...list.counts, bad: 0 } })?.title).toBe(
    'Take the list over',
  );
  expect(importNextStep(ASSET_LISTS, { ...list, status: 'committed' })).toBeNull();
});
