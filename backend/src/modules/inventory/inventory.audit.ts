import { declareRecordTypes } from '../../platform/audit/record-types.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'asset.created': { kind: string; importId?: string };
    'asset.updated': { importId?: string; undo?: boolean };
    'asset.retired': { importId?: string; undo?: boolean };
    'asset.returned-to-service': { importId?: string; undo?: boolean };
    'asset.disposed': { importId?: string; undo?: boolean };
    'asset.disposal-withdrawn': { importId?: string; undo?: boolean };
    'sanitization.recorded': { purpose: string; method: string; fileSha256: string | null };
    'sanitization.corrected': { purpose: string; method: string; fileSha256: string | null };
    'sanitization.downloaded': object;
    'asset.withdrawn': { importId: string };
    'asset.exported': { rows: number; format: string };
    'data-flow.created': { counterparty: string };
    'data-flow.updated': object;
    'data-flow.ended': object;
    'data-flow.resumed': object;
    'data-flow.exported': { rows: number; format: string };
    'asset-import.previewed': { rows: number; badRows: number };
    'asset-import.sheet-chosen': { rows: number; badRows: number };
    'asset-import.mapped': { badRows: number };
    'asset-import.commit-requested': { rows: number; badRows: number; skipBadRows: boolean };
    'asset-import.committed': { created: number; changed: number; unchanged: number; skipped: number };
    'asset-import.refused': { reason: string };
    'asset-import.undo-requested': { assets: number };
    'asset-import.undone': { withdrawn: number; restored: number; kept: number };
    'asset-import.undo-failed': { reason: string };
    'asset-import.problems-exported': { cells: number };
    'asset-import.discarded': object;
  }
}

declareRecordTypes({
  asset: {
    idKind: 'asset',
    read: 'asset:read',
    // What an undone import took out keeps its name in the log.
    labels: `select id, name as label from asset where organization_id = $1 and id = any ($2)
      union all select asset_id, asset_name from import_change
        where organization_id = $1 and asset_id = any ($2) and undone = 'withdrawn'`,
  },
  sanitization: { idKind: 'sanitization', read: 'asset:read' },
  'data-flow': {
    idKind: 'dataFlow',
    read: 'data-flow:read',
    labels: 'select id, name as label from data_flow where organization_id = $1 and id = any ($2)',
  },
  'asset-import': {
    idKind: 'importBatch',
    read: 'asset:write',
    labels: 'select id, file_name as label from import_batch where organization_id = $1 and id = any ($2)',
  },
});
