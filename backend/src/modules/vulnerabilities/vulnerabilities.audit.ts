import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'scan.previewed': { format: string; rows: number };
    'scan.mapped': object;
    'scan.hosts-given': { hosts: number };
    /** assetId is empty where the run is of nothing of ours. */
    'scan.run-given': { run: number; assetId: string };
    'scan.exported': { rows: number } & TakenOut;
    'scan.rows-exported': { rows: number } & TakenOut;
    'scan.problems-exported': { rows: number };
    'scan.committed': {
      added: number;
      seenAgain: number;
      cameBack: number;
      notSeen: number;
      closed: number;
      skipped: number;
      repeated?: number;
      /** For how many runs a person chose the asset. */
      runs?: number;
      isComplete: boolean;
    };
    'scan.discarded': object;
    'scan.undo-requested': { records: number };
    'scan.undone': { withdrawn: number; restored: number; kept: number };
    'scan.undo-failed': { reason: string };
    'vulnerability.decided': { from: string; to: string };
    'vulnerability.exported': { rows: number } & TakenOut;
  }
}

declareRecordTypes({
  scan: {
    idKind: 'scan',
    read: 'vulnerability:write',
    labels: 'select id, file_name as label from scan where organization_id = $1 and id = any ($2)',
  },
  vulnerability: {
    idKind: 'vulnerability',
    read: 'vulnerability:read',
    labels: 'select id, title as label from vulnerability where organization_id = $1 and id = any ($2)',
  },
});
