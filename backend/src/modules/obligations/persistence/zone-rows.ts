import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

const WAITING = 'enqueued_at is null and skipped_at is null and cancelled_at is null';

/** Open obligations whose instants were computed for another zone. */
export async function zoneStragglers(tx: ReadTx, timeZone: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from obligation where organization_id = $1 and status = 'open' and time_zone <> $2 limit $3`,
    [tx.organizationId, timeZone, limit],
  );
  return rows.map((row) => row.id);
}

export async function moveToZone(
  tx: WriteTx,
  obligationIds: string[],
  timeZone: string,
  instantOf: (remindOn: CalendarDate) => Date,
): Promise<void> {
  const days = await tx.query<{ remind_on: CalendarDate }>(
    `select distinct to_char(remind_on, 'YYYY-MM-DD') as remind_on from obligation_milestone
     where organization_id = $1 and obligation_id = any($2::uuid[]) and ${WAITING}`,
    [tx.organizationId, obligationIds],
  );
  await tx.query(
    `update obligation_milestone m set remind_at = d.remind_at
     from unnest($3::date[], $4::timestamptz[]) as d(remind_on, remind_at)
     where m.organization_id = $1 and m.obligation_id = any($2::uuid[]) and m.remind_on = d.remind_on and ${WAITING}`,
    [
      tx.organizationId,
      obligationIds,
      days.map((day) => day.remind_on),
      days.map((day) => instantOf(day.remind_on)),
    ],
  );
  await tx.query(
    'update obligation set time_zone = $3, updated_at = $4 where organization_id = $1 and id = any($2::uuid[])',
    [tx.organizationId, obligationIds, timeZone, tx.now],
  );
}
