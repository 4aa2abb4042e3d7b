import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

/** What is done with lists, of whatever they are. `oneValueFor`: the fields that have one value for the whole list. */
interface ListEvents {
  previewed: { rows: number; badRows: number; oneValueFor: string };
  'sheet-chosen': { rows: number; badRows: number; oneValueFor: string };
  mapped: { badRows: number; oneValueFor: string };
  'commit-requested': { rows: number; badRows: number; skipBadRows: boolean; oneValueFor: string };
  committed: { created: number; changed: number; unchanged: number; skipped: number };
  refused: { reason: string };
  'undo-requested': { records: number };
  undone: { withdrawn: number; restored: number; kept: number };
  'undo-failed': { reason: string };
  'problems-exported': { cells: number };
  exported: { rows: number } & TakenOut;
  'rows-exported': { rows: number } & TakenOut;
  discarded: object;
}
declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'asset-import.previewed': ListEvents['previewed'];
    'asset-import.sheet-chosen': ListEvents['sheet-chosen'];
    'asset-import.mapped': ListEvents['mapped'];
    'asset-import.commit-requested': ListEvents['commit-requested'];
    'asset-import.committed': ListEvents['committed'];
    'asset-import.refused': ListEvents['refused'];
    'asset-import.undo-requested': ListEvents['undo-requested'];
    'asset-import.undone': ListEvents['undone'];
    'asset-import.undo-failed': ListEvents['undo-failed'];
    'asset-import.problems-exported': ListEvents['problems-exported'];
    'asset-import.exported': ListEvents['exported'];
    'asset-import.rows-exported': ListEvents['rows-exported'];
    'asset-import.discarded': ListEvents['discarded'];
    'data-flow-import.previewed': ListEvents['previewed'];
    'data-flow-import.sheet-chosen': ListEvents['sheet-chosen'];
    'data-flow-import.mapped': ListEvents['mapped'];
    'data-flow-import.commit-requested': ListEvents['commit-requested'];
    'data-flow-import.committed': ListEvents['committed'];
    'data-flow-import.refused': ListEvents['refused'];
    'data-flow-import.undo-requested': ListEvents['undo-requested'];
    'data-flow-import.undone': ListEvents['undone'];
    'data-flow-import.undo-failed': ListEvents['undo-failed'];
    'data-flow-import.problems-exported': ListEvents['problems-exported'];
    'data-flow-import.exported': ListEvents['exported'];
    'data-flow-import.rows-exported': ListEvents['rows-exported'];
    'data-flow-import.discarded': ListEvents['discarded'];
    'asset.created': { kind: string; importId?: string };
    'asset.updated': { importId?: string; undo?: boolean };
    'asset.retired': { importId?: string; undo?: boolean };
    'asset.returned-to-service': { importId?: string; undo?: boolean };
    'asset.disposed': { importId?: string; undo?: boolean };
    'asset.disposal-withdrawn': { importId?: string; undo?: boolean };
    'sanitization.recorded': { purpose: string; method: string; fileSha256: string | null };
    'sanitization.corrected': { purpose: string; method: string; fileSha256: string | null };
    'sanitization.downloaded': object;
    'sanitization.exported': { rows: number } & TakenOut;
    'asset.withdrawn': { importId: string };
    'asset.exported': { rows: number } & TakenOut;
    'data-flow.created': { counterparty: string; importId?: string };
    'data-flow.updated': { importId?: string; undo?: boolean };
    'data-flow.ended': { importId?: string; undo?: boolean };
    'data-flow.resumed': { importId?: string; undo?: boolean };
    'data-flow.withdrawn': { importId: string };
    'data-flow.exported': { rows: number } & TakenOut;
  }
}

/** What an undone import took out keeps its name in the log. */
const WITHDRAWN = `select subject_id, subject_name from import_change
  where organization_id = $1 and subject_id = any ($2) and undone = 'withdrawn'`;
const FILE_NAMES =
  'select id, file_name as label from import_batch where organization_id = $1 and id = any ($2)';

declareRecordTypes({
  asset: {
    idKind: 'asset',
    read: 'asset:read',
    labels: `select id, name as label from asset where organization_id = $1 and id = any ($2)
      union all ${WITHDRAWN}`,
  },
  sanitization: { idKind: 'sanitization', read: 'asset:read' },
  'data-flow': {
    idKind: 'dataFlow',
    read: 'data-flow:read',
    labels: `select id, name as label from data_flow where organization_id = $1 and id = any ($2)
      union all ${WITHDRAWN}`,
  },
  'asset-import': { idKind: 'importBatch', read: 'asset:write', labels: FILE_NAMES },
  'data-flow-import': { idKind: 'importBatch', read: 'data-flow:write', labels: FILE_NAMES },
});
