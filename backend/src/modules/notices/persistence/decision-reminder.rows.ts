import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { WaitingType } from '../domain/waiting-term.js';

export interface DecisionReminder {
  type: WaitingType;
  id: string;
  since: Date;
  week: number;
}

/** Answers those that were not there: of what another worker reminds of, none. */
export async function keepReminders(
  tx: WriteTx,
  reminders: readonly DecisionReminder[],
): Promise<DecisionReminder[]> {
  const rows = await tx.query<{ subjectId: string }>(
    `insert into decision_reminder (organization_id, id, subject_type, subject_id, waits_since, week, reminded_at)
     select $1, r.* , $7 from unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::int[]) as r
     on conflict (organization_id, subject_type, subject_id, waits_since, week) do nothing
     returning subject_id as "subjectId"`,
    [
      tx.organizationId,
      reminders.map(() => newId()),
      reminders.map(({ type }) => type),
      reminders.map(({ id }) => id),
      reminders.map(({ since }) => since),
      reminders.map(({ week }) => week),
      tx.now,
    ],
  );
  const kept = new Set(rows.map(({ subjectId }) => subjectId));
  return reminders.filter(({ id }) => kept.has(id));
}
