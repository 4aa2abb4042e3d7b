import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'incident.reported': { kind: string; source: string };
    'incident.changed': object;
    'incident.moved': { from: string; to: string };
    'incident.role-given': { role: string };
    'incident.entry-written': { kind: string; lane: string };
    'incident.entry-released': object;
    'incident.task-added': { phase: string };
    'incident.task-settled': { status: string };
    'incident.facts-written': { revision: number };
    'incident.close-asked': { outcome: string };
    'incident.close-refused': object;
    'incident.closed': { outcome: string };
    'incident.exported': { rows: number; totalIsCapped: boolean } & TakenOut;
    'breach-duty.opened': { kind: string; dueOn: string };
    'breach-duty.moved': { kind: string; fromDueOn: string; toDueOn: string };
    'breach-duty.withdrawn': { kind: string };
    'breach-duty.sent': { kind: string; sentOn: string; method: string; completes: boolean };
    'breach-duty.exported': TakenOut;
    'determination.drafted': { number: number };
    'determination.changed': object;
    'determination.signed': { conclusion: string };
    'determination.countersigned': { conclusion: string };
    'determination.returned': object;
    'determination.exported': TakenOut;
  }
}

/** A member’s own: those that they reported, and those of whose team they are. */
const OWN = `select 1 from incident i where i.organization_id = $1 and i.id = $2 and (i.reported_by = $3
  or exists (select 1 from incident_role r where r.organization_id = $1 and r.incident_id = i.id and r.member_id = $3 and r.until is null))`;

declareRecordTypes({
  incident: {
    idKind: 'incident',
    read: 'incident-register:read',
    labels: `select id, 'I-' || number || ' ' || title as label from incident where organization_id = $1 and id = any ($2)`,
    own: OWN,
  },
  'incident-entry': { idKind: 'incidentEntry', read: 'incident-register:read' },
  'incident-task': { idKind: 'incidentTask', read: 'incident-register:read' },
  'breach-duty': { idKind: 'breachDuty', read: 'incident-register:read' },
  determination: { idKind: 'determination', read: 'incident-register:read' },
});
