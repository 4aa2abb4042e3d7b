import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

/** Details hold ids, counts and enumerations, never what a person wrote. */
declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'change.noticed': { kind: string };
    'change.reported': { kind: string; happenedOn: string };
    'change.decided': { decision: string };
    'change.withdrawn': object;
    /** Undecided again: the analysis that it was taken into was withdrawn. */
    'change.given-back': object;
    'change.watched': { noted: number };
    'change.covered': { changes: number };
    'change.exported': { rows: number; totalIsCapped: boolean } & TakenOut;
  }
}

declareRecordTypes({
  'environment-change': {
    idKind: 'environmentChange',
    read: 'change:read',
    labels:
      'select id, subject_name as label from environment_change where organization_id = $1 and id = any ($2)',
  },
  // What the review of changes is due for: the organization as a whole.
  'change-review': {
    idKind: 'organization',
    read: 'change:read',
    labels:
      'select organization_id as id, name as label from organization where organization_id = $1 and organization_id = any ($2)',
  },
});
