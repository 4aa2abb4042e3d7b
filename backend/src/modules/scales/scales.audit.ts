import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'scale.drafted': { scaleId: string; number: number };
    'scale.updated': object;
    'scale.discarded': { scaleId: string; number: number };
    'scale.proposed': object;
    'scale.returned': object;
    'scale.adopted': { scaleId: string; number: number; contentHash: string };
    'scale.superseded': { byId: string };
    'scale.retired': object;
    'scale.exported': TakenOut;
    'scale.list-exported': { rows: number; totalIsCapped: boolean } & TakenOut;
  }
}

declareRecordTypes({
  'risk-scale': {
    idKind: 'scale',
    read: 'scale:read',
    labels:
      "select id, title || ' (' || number || ')' as label from risk_scale_version where organization_id = $1 and id = any ($2)",
  },
});
