import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import type { RefusedForm } from '~/ui/form/app-form';
import type { Places } from '../asset-fields';
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
  namesakeCount: 0,
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
  chosen: [],
  changes: [],
};
const page = { nextCursor: null, total: 1, totalIsCapped: false };

describe('the columns of a list', () => {
  it('name each one that is ignored, and not those that we wrote ourselves', () => {
    renderPage(<ColumnMapping of={ASSET_LISTS} list={list} places={null} />);
    expect(screen.getByText('One column is ignored: Warranty')).toBeDefined();
  });

  it('can each be given a meaning', () => {
    renderPage(<ColumnMapping of={ASSET_LISTS} list={{ ...list, missing: ['hosting'] }} places={null} />);
    expect(screen.getByText('No column says where it runs.')).toBeDefined();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'What “Type” means' }).value).toBe('kind');
    expect(screen.queryByRole('combobox', { name: 'What “Id” means' })).toBeNull();
  });
});

describe('the columns of a list of data flows', () => {
  it('can be what a flow has, and nothing that an asset has', () => {
    renderPage(<ColumnMapping of={FLOW_LISTS} list={{ ...list, missing: ['to'] }} places={null} />);
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

describe('one value for the whole list', () => {
  const places = {
    sites: [{ id: 'sit_1', name: 'Main Street', active: true } as Places['sites'][number]],
    colleagues: [{ id: 'mem_1', name: 'Priya', roleLabel: 'Staff', mayOwn: true }],
  };
  const show = (more: Partial<ImportView> = {}, refused?: RefusedForm, of = ASSET_LISTS) =>
    renderPage(
      <ColumnMapping
        of={of}
        list={{ ...list, missing: ['hosting'], ...more }}
        places={places}
        refused={refused}
      />,
    );
  const everyRow = () => screen.getByRole('group', { name: 'The same for every row' });

  it('is asked for what no column holds, the needed first, and says that it changes what is there', () => {
    show();
    const needed = within(everyRow()).getByRole<HTMLSelectElement>('combobox', { name: 'Where it runs' });
    expect([...needed.options].map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Nothing chosen', 'On our premises', 'In a public cloud']),
    );
    expect(everyRow().textContent).toContain('it changes those that you have already');
    expect(everyRow().querySelector('details')?.open).toBe(false);
    expect(screen.getByText('15 more that no column holds')).toBeDefined();
    expect(within(everyRow()).queryByLabelText('Name')).toBeNull();
    expect(within(everyRow()).queryByLabelText('Tag')).toBeNull();
    const site = screen.getByLabelText<HTMLSelectElement>('Site');
    expect([...site.options].map(({ text }) => text)).toEqual(['Nothing chosen', 'Main Street']);
    expect(screen.getByLabelText<HTMLInputElement>('Owner').getAttribute('list')).not.toBeNull();
  });

  it('leaves a field that a column is made to hold, and comes back when it holds it no more', async () => {
    const user = userEvent.setup();
    show();
    const warranty = screen.getByRole('combobox', { name: 'What “Warranty” means' });
    await user.selectOptions(warranty, 'hosting');
    expect(within(everyRow()).queryByLabelText('Where it runs')).toBeNull();
    const empty = screen.getByRole('group', { name: 'Where a cell is empty' });
    expect(within(empty).getByLabelText('Where it runs')).toBeDefined();
    await user.selectOptions(warranty, '');
    expect(within(everyRow()).getByLabelText('Where it runs')).toBeDefined();
    expect(within(empty).queryByLabelText('Where it runs')).toBeNull();
  });

  it('shows what was chosen, also a word that is offered no more', () => {
    const fixed = {
      hosting: 'cloud',
      site: 'Closed branch',
      phiTypes: 'billing, gossip',
      vendorName: 'Acme',
    };
    show({ fixed, missing: [], mappingFrom: { fileName: 'x.csv', at: '2026-03-01T10:00:00.000Z' } });
    expect(screen.getByLabelText<HTMLSelectElement>('Where it runs').value).toBe('cloud');
    expect(screen.getByLabelText<HTMLSelectElement>('Site').value).toBe('Closed branch');
    expect(screen.getByLabelText<HTMLInputElement>('Vendor').value).toBe('Acme');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'gossip' }).checked).toBe(true);
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toHaveLength(
      2,
    );
    expect(everyRow().querySelector('details')?.open).toBe(true);
    expect(
      screen.getByText(/^Chosen for the whole list, not from the file: Where it runs: In a/),
    ).toBeDefined();
  });

  it('says beside it why it cannot be taken', () => {
    const fieldErrors = { 'fixed.vendorName': ['This text has 201 characters; at most 200 fit.'] };
    const values = {
      'columns.0': 'name',
      'columns.1': 'kind',
      'columns.2': 'hosting',
      'fixed.vendorName': 'x',
    };
    show({}, { problem: { status: 400, code: 'request.invalid', title: 'x', fieldErrors }, values });
    expect(screen.getByLabelText<HTMLInputElement>('Vendor').getAttribute('aria-invalid')).toBe('true');
    expect(everyRow().querySelector('details')?.open).toBe(true);
    expect(within(everyRow()).queryByLabelText('Where it runs')).toBeNull();
  });

  it('can be an end of flows', () => {
    show({ columns: [list.columns[0]!], fixed: {} }, undefined, FLOW_LISTS);
    expect(within(everyRow()).getByLabelText('From').tagName).toBe('INPUT');
    expect(within(everyRow()).getByLabelText('Other end').tagName).toBe('SELECT');
    expect(everyRow().textContent).toContain('new flows');
  });

  it('stands in the preview beside the file, and is told apart from it', () => {
    const row: ImportRow = {
      ...badRow,
      outcome: 'change',
      cells: ['Pump', '', '2027', ''],
      problems: [],
      chosen: ['kind', 'hosting'],
      remarks: ['Changed by the value that was chosen for every row, not by the file: Where it runs.'],
      changes: ['hosting'],
    };
    const fixed = { kind: 'device', hosting: 'cloud' };
    renderPage(
      <PreviewTable
        of={ASSET_LISTS}
        list={{ ...list, fixed }}
        rows={[row]}
        page={page}
        outcome={null}
        places={null}
      />,
    );
    const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(headers).toEqual(['Row', 'Name', 'Type', 'Where it runsThe same for every row']);
    const cells = within(screen.getByRole('row', { name: /4/ })).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'Pump',
      'Device (chosen)',
      'In a public cloud',
    ]);
    expect(screen.getByText(/not by the file: Where it runs/)).toBeDefined();
  });

  it('that became wrong is marked with the reason, and is not called lacking', () => {
    const problem = { column: null, field: 'site', heading: 'Site', value: 'Mars', reason: 'No such site.' };
    renderPage(
      <PreviewTable
        of={ASSET_LISTS}
        list={{ ...list, fixed: { site: 'Mars' } }}
        rows={[{ ...badRow, problems: [problem as ImportRow['problems'][number]] }]}
        page={page}
        outcome={null}
        places={null}
      />,
    );
    const row = screen.getByRole('row', { name: /4/ });
    expect(row.textContent).toContain('Site: No such site.');
    expect(row.textContent).not.toContain('Lacks');
    expect(within(row).getByText('Mars').tagName).toBe('MARK');
  });

  it('is still said once the list is taken over, and once it is undone', () => {
    const settled = { ...list, fixed: { hosting: 'cloud', phiTypes: 'billing,images', kind: null } };
    const words = 'Chosen for the whole list, not from the file: Where it runs: In a public cloud; ';
    const { unmount } = renderPage(<ImportDone of={ASSET_LISTS} list={settled} />);
    expect(document.body.textContent).toContain(words);
    unmount();
    renderPage(<Undone of={ASSET_LISTS} list={settled} />);
    expect(document.body.textContent).toContain(words);
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
    renderPage(
      <PreviewTable of={ASSET_LISTS} list={list} rows={[badRow]} page={page} outcome={null} places={null} />,
    );
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
  const loaded = { rows: [badRow], page, outcome: null, job: null, undo: null, places: null };
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
        places={null}
      />,
    );
    const row = screen.getByRole('row', { name: /4/ });
    expect(row.textContent).toContain('Lacks: Kind, Where it runs.');
    expect(row.textContent).not.toContain('The list has no column');
  });

  it('says that the meanings are those of the last list, and lets them be changed', () => {
    const mappingFrom = { fileName: 'spring.csv', at: '2026-03-01T10:00:00.000Z' };
    show({ ...list, mappingFrom, fixed: { ...list.fixed, kind: 'device' } });
    expect(
      screen.getByText(/taken from the last list with these headings, spring\.csv.*So was what is the same/),
    ).toBeDefined();
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
    renderPage(
      <Undone of={ASSET_LISTS} list={{ ...list, undoResult: { withdrawn: 2, restored: 1, kept: 1 } }} />,
    );
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

describe('the headline', () => {
  const loaded = { list, rows: [], page, outcome: null, job: null, undo: null, places: null };

  it('says how many rows without a key would add a second one of a known name', () => {
    const { unmount } = renderPage(<ImportPage of={ASSET_LISTS} loaded={loaded} refused={undefined} />);
    expect(screen.queryByText(/a second time/)).toBeNull();
    unmount();
    const doubled = { ...loaded, list: { ...list, namesakeCount: 12 } };
    renderPage(<ImportPage of={ASSET_LISTS} loaded={doubled} refused={undefined} />);
    expect(
      screen.getByText(
        /12 rows have no tag and a name that is already in the inventory: they would be added a second time\.$/,
      ),
    ).toBeDefined();
  });
});
