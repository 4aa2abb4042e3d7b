import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Duty, Posting } from '../domain/clock/duty.js';

export type DutyStatus = 'open' | 'met' | 'withdrawn';

/** A notice as it stands, whatever it was computed from. */
export interface DutyFacts {
  kind: Duty['kind'];
  byParty: string;
  toParty: string;
  jurisdiction: string;
  byName: string;
  toName: string;
  dueOn: CalendarDate;
  earliestOn: CalendarDate | null;
  ifSuspended: CalendarDate | null;
  citation: string;
  arithmetic: string[];
  posting: Posting | null;
  provisional: boolean;
  interpretation: boolean;
  ruleVersion: string;
}

export interface DutyRow extends DutyFacts {
  id: string;
  status: DutyStatus;
  metOn: CalendarDate | null;
}

/** Dates as text: a driver's Date would move them by the process's own zone. */
const COLUMNS = `id, kind, by_party as "byParty", to_party as "toParty", jurisdiction, by_name as "byName", to_name as "toName",
  due_on::text as "dueOn", earliest_on::text as "earliestOn", if_suspended::text as "ifSuspended", citation, arithmetic, posting,
  provisional, interpretation, rule_version as "ruleVersion", status, met_on::text as "metOn"`;

/** Open ones first, the earliest first. */
export function dutiesOfIncident(tx: ReadTx, incidentId: string): Promise<DutyRow[]> {
  return tx.query<DutyRow>(
    `select ${COLUMNS} from breach_duty where organization_id = $1 and incident_id = $2
     order by status <> 'open', due_on, kind, to_party, jurisdiction, id`,
    [tx.organizationId, incidentId],
  );
}

export async function addDuty(tx: WriteTx, incidentId: string, duty: DutyFacts): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into breach_duty (organization_id, id, incident_id, kind, by_party, to_party, jurisdiction, by_name, to_name, due_on,
       earliest_on, if_suspended, citation, arithmetic, posting, provisional, interpretation, rule_version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)`,
    [
      tx.organizationId,
      id,
      incidentId,
      duty.kind,
      duty.byParty,
      duty.toParty,
      duty.jurisdiction,
      ...computed(duty),
      tx.now,
    ],
  );
  return id;
}

/** As it is computed now; one that was withdrawn stands again. */
export async function saveDuty(tx: WriteTx, id: string, duty: DutyFacts, status: DutyStatus): Promise<void> {
  await tx.query(
    `update breach_duty set by_name = $3, to_name = $4, due_on = $5, earliest_on = $6, if_suspended = $7, citation = $8,
       arithmetic = $9, posting = $10, provisional = $11, interpretation = $12, rule_version = $13, status = $14, updated_at = $15,
       version = version + 1 where organization_id = $1 and id = $2`,
    [tx.organizationId, id, ...computed(duty), status, tx.now],
  );
}

export async function settleDuty(
  tx: WriteTx,
  id: string,
  status: DutyStatus,
  metOn: CalendarDate | null,
): Promise<void> {
  await tx.query(
    `update breach_duty set status = $3, met_on = $4, updated_at = $5, version = version + 1
     where organization_id = $1 and id = $2`,
    [tx.organizationId, id, status, metOn, tx.now],
  );
}

/** Parameters in the order of both statements above. */
function computed(duty: DutyFacts): unknown[] {
  return [
    duty.byName,
    duty.toName,
    duty.dueOn,
    duty.earliestOn,
    duty.ifSuspended,
    duty.citation,
    JSON.stringify(duty.arithmetic),
    duty.posting === null ? null : JSON.stringify(duty.posting),
    duty.provisional,
    duty.interpretation,
    duty.ruleVersion,
  ];
}

export interface DutyChange {
  dutyId: string;
  fromDueOn: CalendarDate | null;
  toDueOn: CalendarDate;
  fromStatus: DutyStatus | null;
  toStatus: DutyStatus;
  factsRevision: number;
  reason: string;
  changedBy: string | null;
}

export async function addDutyChange(tx: WriteTx, change: DutyChange): Promise<void> {
  await tx.query(
    `insert into breach_duty_change (organization_id, id, duty_id, from_due_on, to_due_on, from_status, to_status, facts_revision,
       reason, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organizationId,
      newId(),
      change.dutyId,
      change.fromDueOn,
      change.toDueOn,
      change.fromStatus,
      change.toStatus,
      change.factsRevision,
      change.reason,
      change.changedBy,
      tx.now,
    ],
  );
}

/** Why each duty of the incident came, moved or ended, in order. */
export function dutyChanges(tx: ReadTx, incidentId: string): Promise<(DutyChange & { changedAt: Date })[]> {
  return tx.query<DutyChange & { changedAt: Date }>(
    `select c.duty_id as "dutyId", c.from_due_on::text as "fromDueOn", c.to_due_on::text as "toDueOn", c.from_status as "fromStatus",
       c.to_status as "toStatus", c.facts_revision as "factsRevision", c.reason, c.changed_by as "changedBy", c.changed_at as "changedAt"
     from breach_duty d join breach_duty_change c on c.organization_id = d.organization_id and c.duty_id = d.id
     where d.organization_id = $1 and d.incident_id = $2 order by c.id`,
    [tx.organizationId, incidentId],
  );
}
