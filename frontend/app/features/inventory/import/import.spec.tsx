import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { ASSET_LISTS } from './import-lists';
import { badRow, list, page } from './import.spec-kit';
import { CommitForm } from './commit-form';
import { ImportPage } from './import-page';
import { ImportDone } from './import-outcome';
import type { ImportView, UndoPlan } from './import-types';
import { Undone, UndoImport } from './undo-import';
import { importNextStep } from './import-next-step';
import { PreviewTable } from './preview-table';
import { SheetChoice } from './sheet-choice';

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
