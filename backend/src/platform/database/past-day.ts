import type { PoolClient } from 'pg';
import { calendarDateIn, dayInWords, type CalendarDate } from '../kernel/calendar-date.js';
import { invalidField } from '../kernel/domain-error.js';

/**
 * Lets the transaction see the kept tables as they were at the end of a day (docs/decisions/0026): the views of schema
 * `as_of` stand before the tables that they are named after. Answers its last instant.
 */
export async function goBackTo(
  client: PoolClient,
  day: CalendarDate,
  timeZone: string,
): Promise<{ now: Date; today: CalendarDate }> {
  const { rows } = await client.query<{ until: Date; isOver: boolean; keptSince: Date; isKept: boolean }>(
    `with day as (select (($1::date + 1)::timestamp at time zone $2) as until),
     set as (select set_config('app.as_of', until::text, true), set_config('search_path', 'as_of, public', true) from day)
     select d.until, d.until <= clock_timestamp() as "isOver", i.past_kept_since as "keptSince",
       d.until > i.past_kept_since or o.created_at > i.past_kept_since as "isKept"
     from day d, set, installation i, organization o
     where o.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid`,
    [day, timeZone],
  );
  const { until, isOver, keptSince, isKept } = rows[0]!;
  if (!isOver) throw invalidField('asOf', 'Choose a day before today.');
  if (!isKept) {
    const since = dayInWords(calendarDateIn(timeZone, keptSince));
    throw invalidField('asOf', `How lists were before is kept since ${since}.`, 'request.past-not-kept');
  }
  return { now: new Date(until.getTime() - 1), today: day };
}
