import { declareRecordTypes } from '../../platform/audit/record-types.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'asset.created': { kind: string; importId?: string };
    'asset.updated': { importId?: string };
    'asset.retired': { importId?: string };
    'asset.returned-to-service': { importId?: string };
    'asset.disposed': { importId?: string };
    'asset.disposal-withdrawn': { importId?: string };
    'sanitization.recorded': { purpose: string; method: string; fileSha256: string | null };
    'sanitization.corrected': { purpose: string; method: string; fileSha256: string | null };
    'sanitization.downloaded': object;
    'asset.exported': { rows: number };
    'data-flow.created': { counterparty: string };
    'data-flow.updated': object;
    'data-flow.ended': object;
    'data-flow.resumed': object;
    'data-flow.exported': { rows: number };
    'asset-import.previewed': { rows: number; badRows: number };
    'asset-import.mapped': { badRows: number };
    'asset-import.commit-requested': { rows: number; badRows: number; skipBadRows: boolean };
    'asset-import.committed': { created: number; changed: number; unchanged: number; skipped: number };
    'asset-import.refused': { reason: string };
    'asset-import.problems-exported': { cells: number };
    'asset-import.discarded': object;
  }
}

declareRecordTypes({
  asset: {
    idKind: 'asset',
    read: 'asset:read',
    labels: 'select id, name as label from asset where organization_id = $1 and id = any ($2)',
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
