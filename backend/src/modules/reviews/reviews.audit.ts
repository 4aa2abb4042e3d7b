import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

/** Details hold counts and enumerations, never what a person wrote. */
declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'record.reviewed': { outcome: string };
    'record.reviews-watched': { differing: number };
    'record.reviews-exported': { rows: number; totalIsCapped: boolean } & TakenOut;
  }
}

declareRecordTypes({
  // What is due for one member: the records that they look after.
  'record-review': {
    idKind: 'member',
    read: 'review:read',
    labels: `select m.id, p.name as label from membership m join person p on p.id = m.person_id
             where m.organization_id = $1 and m.id = any ($2)`,
  },
  // And what nobody looks after: the organization's own.
  'unowned-review': {
    idKind: 'organization',
    read: 'review:read',
    labels:
      'select organization_id as id, name as label from organization where organization_id = $1 and organization_id = any ($2)',
  },
});
