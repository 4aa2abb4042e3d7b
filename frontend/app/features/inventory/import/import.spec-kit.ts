import type { ImportRow, ImportView } from './import-types';

/** A list of three rows that was read and not taken over yet. */
export const list: ImportView = {
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
export const page = { nextCursor: null, total: 1, totalIsCapped: false };

export const badRow: ImportRow = {
  row: 4,
  outcome: 'bad',
  recordId: null,
  cells: ['Pump', 'spaceship', '2027', ''],
  problems: [{ column: 1, field: 'kind', heading: 'Type', value: 'spaceship', reason: 'Not a known word.' }],
  remarks: [],
  chosen: [],
  changes: [],
};
