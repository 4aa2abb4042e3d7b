import { currentContext } from '../../../platform/context/request-context.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { addDays, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { AHEAD_DAYS } from '../domain/review-term.js';
import { OWNS, REVIEWABLE } from './reviewable-records.sql.js';

export interface DueOfOwner {
  /** Null: those that no active member looks after who may review them. */
  ownerId: string | null;
  records: number;
  earliestOn: CalendarDate;
}

/** What is due or will be soon, counted for each who looks after it. `owners`: only theirs. */
export function dueByOwner(tx: ReadTx, owners?: readonly (string | null)[]): Promise<DueOfOwner[]> {
  const members = owners?.filter((owner) => owner !== null) ?? null;
  return tx.query<DueOfOwner>(
    `select m.id as "ownerId", count(*)::int as records, to_char(min(x.due_on), 'YYYY-MM-DD') as "earliestOn"
     from ${REVIEWABLE} x left join membership m on ${OWNS}
     where not x.ended and x.due_on <= $3::date and ($4::uuid[] is null or m.id = any ($4) or $5 and m.id is null)
     group by m.id order by m.id`,
    [
      tx.organizationId,
      currentContext().timeZone,
      addDays(tx.today, AHEAD_DAYS),
      members,
      owners?.includes(null) ?? false,
    ],
  );
}
