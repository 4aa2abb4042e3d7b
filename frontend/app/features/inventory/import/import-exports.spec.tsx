import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { list, page } from './import.spec-kit';
import { ASSET_LISTS, FLOW_LISTS } from './import-lists';
import { ImportDone } from './import-outcome';
import type { ImportView, Outcome } from './import-types';
import { PreviewTable } from './preview-table';
import { RecentImports } from './recent-imports';

const show = (more: Partial<ImportView>, outcome: Outcome | null) =>
  renderPage(
    <PreviewTable
      of={ASSET_LISTS}
      list={{ ...list, ...more }}
      rows={[]}
      page={page}
      outcome={outcome}
      places={null}
    />,
  );

/** Where the export of the page goes, and what it sends along. */
function exported(): [string | null, object] {
  const form = screen.getByRole<HTMLFormElement>('form', { name: 'Export the table' });
  return [form.getAttribute('action'), Object.fromEntries(new FormData(form))];
}

describe('the rows of a list', () => {
  const ROWS = '/api/v1/asset-imports/imp_1/rows/export.csv';

  it('leave as a file to be mended: those that are looked at', () => {
    show({}, 'bad');
    expect(screen.getByText(/the mended file can be brought in again/)).toBeDefined();
    expect(exported()).toEqual([ROWS, { outcome: 'bad', purpose: '' }]);
  });

  it('speak of mending only where there is something to mend', () => {
    show({ badCellCount: 0 }, null);
    expect(screen.queryByText(/the mended file can be brought in again/)).toBeNull();
    expect(exported()).toEqual([ROWS, { purpose: '' }]);
  });

  it('that were left out leave as a file once the others are taken over', () => {
    const result = { created: 2, changed: 1, unchanged: 0, skipped: 1 };
    renderPage(<ImportDone of={ASSET_LISTS} list={{ ...list, result }} />);
    expect(exported()).toEqual([ROWS, { outcome: 'bad', purpose: '' }]);
  });
});

it('all lists of before leave as a file', () => {
  renderPage(<RecentImports of={FLOW_LISTS} imports={[list]} />);
  expect(exported()).toEqual(['/api/v1/data-flow-imports/export.csv', { purpose: '' }]);
});
