import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { DutyRow } from './duty-rows.js';

export type RegisteredNotice = Omit<
  DutyRow,
  'byParty' | 'toParty' | 'ifSuspended' | 'posting' | 'interpretation'
> & {
  incidentNumber: number;
  incidentTitle: string;
  discoveredOn: CalendarDate | null;
  individuals: number | null;
  /** Mailings and other sendings that were recorded. */
  sendings: number;
};

export interface NoticePage {
  kind: string | null;
  status: string | null;
  year: number | null;
  most: number;
  /** Behind the row with this id; ids grow with time. */
  behind: string | null;
}

/** Every notice of every incident but of drills, in the order in which they came. */
export function registeredNotices(
  tx: ReadTx,
  { kind, status, year, most, behind }: NoticePage,
): Promise<RegisteredNotice[]> {
  return tx.query<RegisteredNotice>(
    `select b.id, b.kind, b.by_name as "byName", b.to_name as "toName", b.jurisdiction, b.due_on::text as "dueOn",
       b.earliest_on::text as "earliestOn", b.citation, b.arithmetic, b.provisional, b.rule_version as "ruleVersion", b.status,
       b.met_on::text as "metOn", i.number as "incidentNumber", i.title as "incidentTitle",
       i.discovered_on::text as "discoveredOn", i.individuals,
       (select count(*)::int from notice_sending s where s.organization_id = b.organization_id and s.duty_id = b.id) as sendings
     from breach_duty b
     join incident i on i.organization_id = b.organization_id and i.id = b.incident_id and not i.is_drill
     where b.organization_id = $1 and ($2::text is null or b.kind = $2) and ($3::text is null or b.status = $3)
       and ($4::int is null or extract(year from i.discovered_on) = $4) and ($5::uuid is null or b.id > $5)
     order by b.id limit $6`,
    [tx.organizationId, kind, status, year, behind, most],
  );
}
