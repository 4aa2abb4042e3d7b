import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'obligation.opened': { kind: string; dueOn: string };
    'obligation.met': { kind: string; metOn: string };
    'obligation.cancelled': { kind: string };
    'obligation.moved': { kind: string; fromDueOn: string; toDueOn: string };
    'obligation.assigned': { kind: string };
    'obligation.reminders-due': { reminders: number; skipped: number };
    'obligation.exported': { rows: number; totalIsCapped: boolean } & TakenOut;
    'obligation.zone-followed': { obligations: number; timeZone: string };
  }
}

declareRecordTypes({
  obligation: {
    idKind: 'obligation',
    read: 'obligation:read',
    labels: 'select id, title as label from obligation where organization_id = $1 and id = any ($2)',
  },
});
