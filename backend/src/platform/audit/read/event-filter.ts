import { DateTime } from 'luxon';
import { addDays, calendarDate } from '../../kernel/calendar-date.js';
import type { AuditFilter } from '../audit.schemas.js';

/** Conditions on `audit.event e`; parameters begin at $1, the organization. */
export interface Conditions {
  where: string;
  params: unknown[];
}

/**
 * The filters of the log as SQL. Ids are made of the time of their event, so that dates select a range of the key:
 * no filter by date reads more than it gives.
 */
export function conditionsOf(organizationId: string, filter: AuditFilter, timeZone: string): Conditions {
  const params: unknown[] = [organizationId];
  const parts = ['e.organization_id = $1'];
  const add = (condition: (mark: string) => string, value: unknown): void => {
    params.push(value);
    parts.push(condition(`$${params.length}`));
  };
  if (filter.from) add((mark) => `e.id >= ${mark}::uuid`, firstIdOf(filter.from, timeZone));
  if (filter.to)
    add((mark) => `e.id < ${mark}::uuid`, firstIdOf(addDays(calendarDate(filter.to), 1), timeZone));
  if (filter.actorId) add((mark) => `e.actor_id = ${mark}`, filter.actorId);
  if (filter.action) add((mark) => `e.action = ${mark}`, filter.action);
  if (filter.outcome) add((mark) => `e.outcome = ${mark}`, filter.outcome);
  if (filter.targetType) add((mark) => `e.target_type = ${mark}`, filter.targetType);
  // A record's log holds what was done to its parts.
  if (filter.targetId) add((mark) => `(e.target_id = ${mark} or e.parent_id = ${mark})`, filter.targetId);
  return { where: parts.join(' and '), params };
}

/** The lowest id that an event can have that day or later. */
function firstIdOf(date: string, timeZone: string): string {
  const hex = DateTime.fromISO(date, { zone: timeZone })
    .startOf('day')
    .toMillis()
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
