import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Milestone } from '../domain/milestones.js';
import type { ObligationKind } from '../domain/obligation.js';

const WAITING = 'enqueued_at is null and skipped_at is null and cancelled_at is null';

export type PlannedMilestone = Milestone & { obligationId: string; remindAt: Date };

/** Adds reminders. One that was cancelled by an earlier move stands again; one that was sent is not sent twice. */
export async function addMilestones(tx: WriteTx, milestones: PlannedMilestone[]): Promise<void> {
  if (milestones.length === 0) return;
  await tx.query(
    `insert into obligation_milestone (organization_id, id, obligation_id, name, remind_on, remind_at)
     select $1, m.id, m.obligation_id, m.name, m.remind_on, m.remind_at
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::timestamptz[]) as m(id, obligation_id, name, remind_on, remind_at)
     on conflict (organization_id, obligation_id, name, remind_on) do update
       set cancelled_at = null, remind_at = excluded.remind_at
       where obligation_milestone.enqueued_at is null and obligation_milestone.skipped_at is null`,
    [
      tx.organizationId,
      milestones.map(() => newId()),
      milestones.map((milestone) => milestone.obligationId),
      milestones.map((milestone) => milestone.name),
      milestones.map((milestone) => milestone.remindOn),
      milestones.map((milestone) => milestone.remindAt),
    ],
  );
}

export async function cancelWaiting(tx: WriteTx, obligationId: string): Promise<void> {
  await tx.query(
    `update obligation_milestone set cancelled_at = $3 where organization_id = $1 and obligation_id = $2 and ${WAITING}`,
    [tx.organizationId, obligationId, tx.now],
  );
}

export async function anyDue(tx: ReadTx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from obligation_milestone where organization_id = $1 and remind_at <= $2 and ${WAITING} limit 1`,
    [tx.organizationId, tx.now],
  );
  return rows.length > 0;
}

export interface DueRow {
  obligation_id: string;
  kind: ObligationKind;
  due_on: CalendarDate;
  time_zone: string;
  milestones: Milestone[];
}

/** Open obligations with reminders due, locked; those that another worker holds are left to it. */
export async function takeDue(tx: WriteTx, limit: number): Promise<DueRow[]> {
  return tx.query<DueRow>(
    `with taken as (
       select id, kind, due_on, time_zone from obligation o
       where organization_id = $1 and status = 'open' and id in (
         select obligation_id from obligation_milestone
         where organization_id = $1 and remind_at <= $2 and ${WAITING} order by remind_at limit $3)
       for update skip locked)
     select t.id as obligation_id, t.kind, to_char(t.due_on, 'YYYY-MM-DD') as due_on, t.time_zone,
            jsonb_agg(jsonb_build_object('name', m.name, 'remindOn', m.remind_on) order by m.remind_on) as milestones
     from taken t
     join obligation_milestone m on m.organization_id = $1 and m.obligation_id = t.id and m.remind_at <= $2
       and m.enqueued_at is null and m.skipped_at is null and m.cancelled_at is null
     group by t.id, t.kind, t.due_on, t.time_zone`,
    [tx.organizationId, tx.now, limit],
  );
}

type Key = { obligationId: string } & Milestone;

export function markEnqueued(tx: WriteTx, keys: Key[]): Promise<void> {
  return mark(tx, 'enqueued_at', keys);
}

export function markSkipped(tx: WriteTx, keys: Key[]): Promise<void> {
  return mark(tx, 'skipped_at', keys);
}

async function mark(tx: WriteTx, column: 'enqueued_at' | 'skipped_at', keys: Key[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.query(
    `update obligation_milestone m set ${column} = $5
     from unnest($2::uuid[], $3::text[], $4::date[]) as k(obligation_id, name, remind_on)
     where m.organization_id = $1 and m.obligation_id = k.obligation_id and m.name = k.name and m.remind_on = k.remind_on`,
    [
      tx.organizationId,
      keys.map((key) => key.obligationId),
      keys.map((key) => key.name),
      keys.map((key) => key.remindOn),
      tx.now,
    ],
  );
}
