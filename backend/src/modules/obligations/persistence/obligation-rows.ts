import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { NewObligation, ObligationKind, ObligationRef, ObligationStatus } from '../domain/obligation.js';

export interface ObligationRow {
  id: string;
  kind: ObligationKind;
  subject_type: string;
  subject_id: string;
  title: string;
  due_on: CalendarDate;
  time_zone: string;
  citation: string;
  owner_id: string | null;
  status: ObligationStatus;
}

/** Dates as text: a driver's Date would move them by the process's own zone. */
const COLUMNS = `id, kind, subject_type, subject_id, title, to_char(due_on, 'YYYY-MM-DD') as due_on, time_zone, citation, owner_id, status`;

/** The open obligation, locked until the transaction ends: sweeps and changes take turns. */
export async function lockOpen(
  tx: WriteTx,
  { kind, subject }: ObligationRef,
): Promise<ObligationRow | undefined> {
  const [row] = await tx.query<ObligationRow>(
    `select ${COLUMNS} from obligation
     where organization_id = $1 and kind = $2 and subject_type = $3 and subject_id = $4 and status = 'open' for update`,
    [tx.organizationId, kind, subject.type, subject.id],
  );
  return row;
}

export function lockOpenOfKind(tx: WriteTx, kind: ObligationKind): Promise<ObligationRow[]> {
  return tx.query<ObligationRow>(
    `select ${COLUMNS} from obligation where organization_id = $1 and kind = $2 and status = 'open' order by id for update`,
    [tx.organizationId, kind],
  );
}

export async function obligationById(tx: ReadTx, id: string): Promise<ObligationRow | undefined> {
  const [row] = await tx.query<ObligationRow>(
    `select ${COLUMNS} from obligation where organization_id = $1 and id = $2`,
    [tx.organizationId, id],
  );
  return row;
}

export async function insertObligation(
  tx: WriteTx,
  obligation: NewObligation,
  timeZone: string,
): Promise<string> {
  const id = newId();
  const { kind, subject, title, dueOn, citation, ruleVersion, facts, ownerId } = obligation;
  await tx.query(
    `insert into obligation
       (organization_id, id, kind, subject_type, subject_id, title, due_on, time_zone, citation, rule_version, facts, owner_id,
        created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
    [
      tx.organizationId,
      id,
      kind,
      subject.type,
      subject.id,
      title,
      dueOn,
      timeZone,
      citation,
      ruleVersion,
      JSON.stringify(facts ?? {}),
      ownerId,
      tx.now,
    ],
  );
  return id;
}

export async function setDueOn(tx: WriteTx, id: string, dueOn: CalendarDate): Promise<void> {
  await tx.query(
    'update obligation set due_on = $3, updated_at = $4, version = version + 1 where organization_id = $1 and id = $2',
    [tx.organizationId, id, dueOn, tx.now],
  );
}

export async function setHolder(
  tx: WriteTx,
  id: string,
  ownerId: string | null,
  title: string,
): Promise<void> {
  await tx.query(
    'update obligation set owner_id = $3, title = $4, updated_at = $5, version = version + 1 where organization_id = $1 and id = $2',
    [tx.organizationId, id, ownerId, title, tx.now],
  );
}

export async function setStatus(
  tx: WriteTx,
  id: string,
  status: ObligationStatus,
  reason: string,
  metOn: CalendarDate | null,
): Promise<void> {
  await tx.query(
    `update obligation set status = $3, status_reason = $4, met_on = $5, updated_at = $6, version = version + 1
     where organization_id = $1 and id = $2`,
    [tx.organizationId, id, status, reason, metOn, tx.now],
  );
}

export interface Change {
  obligationId: string;
  fromDueOn: CalendarDate | null;
  toDueOn: CalendarDate;
  fromStatus: ObligationStatus | null;
  toStatus: ObligationStatus;
  reason: string;
  changedBy: string | null;
}

export async function addChange(tx: WriteTx, change: Change): Promise<void> {
  await tx.query(
    `insert into obligation_change
       (organization_id, id, obligation_id, from_due_on, to_due_on, from_status, to_status, reason, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.organizationId,
      newId(),
      change.obligationId,
      change.fromDueOn,
      change.toDueOn,
      change.fromStatus,
      change.toStatus,
      change.reason,
      change.changedBy,
      tx.now,
    ],
  );
}
