import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'vendor.created': { agreementStatus: string };
    'vendor.updated': object;
    'vendor.ended': object;
    'vendor.resumed': object;
    'vendor.exported': { rows: number; totalIsCapped: boolean } & TakenOut;
  }
}

declareRecordTypes({
  vendor: {
    idKind: 'vendor',
    read: 'vendor:read',
    labels: 'select id, name as label from vendor where organization_id = $1 and id = any ($2)',
  },
});
