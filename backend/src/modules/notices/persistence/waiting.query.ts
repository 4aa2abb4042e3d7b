import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { REMINDED_EVERY_DAYS, WAITS_LONG_AFTER_DAYS, type WaitingType } from '../domain/waiting-term.js';

/** Something that waits for a second person. */
export interface Wait {
  type: WaitingType;
  id: string;
  title: string;
  /** The record whose page it is decided on. */
  pageType: string;
  pageId: string;
  since: Date;
  sinceOn: CalendarDate;
  /** Who may not decide: they did it, asked for it or answer for it themselves. */
  makers: string[];
}

/** SQL: what waits now. While its analysis is in review, or was withdrawn, nobody can decide about an acceptance. */
const WAITS = `
  select 'remediation-action' as type, a.id, a.title, 'remediation-action' as page_type, a.id as page_id,
    (select max(t.made_at) from remediation_transition t
     where t.organization_id = $1 and t.action_id = a.id and t.transition = 'completion') as since,
    array[a.completed_by] as makers
  from remediation_action a where a.organization_id = $1 and a.status = 'done'
  union all
  select 'risk-acceptance', c.id, r.title, 'risk', r.id, c.asked_at, array[c.asked_by, r.owner_id]
  from risk_acceptance c
  join risk r on r.organization_id = c.organization_id and r.id = c.risk_id
  join assessment s on s.organization_id = r.organization_id and s.id = r.assessment_id
  where c.organization_id = $1 and c.status = 'asked' and s.status not in ('in-review', 'withdrawn')
  union all
  select 'risk-scale', v.id, v.title, 'risk-scale', v.id, v.proposed_at, array[v.proposed_by]
  from risk_scale_version v where v.organization_id = $1 and v.status = 'proposed'
  union all
  select 'assessment', s.id, s.title, 'assessment', s.id, s.submitted_at, array[s.prepared_by, s.submitted_by]
  from assessment s where s.organization_id = $1 and s.status = 'in-review'`;

// As exactly as an instant travels through a job.
const SINCE = "date_trunc('milliseconds', w.since)";
const COLUMNS = `w.type, w.id, w.title, w.page_type as "pageType", w.page_id as "pageId", ${SINCE} as since,
  to_char(w.since at time zone $2, 'YYYY-MM-DD') as "sinceOn", array_remove(w.makers, null) as makers`;

const DAYS = `($3::date - (w.since at time zone $2)::date)`;
const WEEK = `((${DAYS} - ${WAITS_LONG_AFTER_DAYS + 1}) / ${REMINDED_EVERY_DAYS})`;

/** What waits too long and was not reminded of in this week of its wait, the longest first. */
export function waitsToRemindOf(tx: ReadTx, timeZone: string, limit: number): Promise<Wait[]> {
  return tx.query<Wait>(
    `select ${COLUMNS} from (${WAITS}) w
     where ${DAYS} > ${WAITS_LONG_AFTER_DAYS} and not exists (select 1 from decision_reminder r
       where r.organization_id = $1 and r.subject_type = w.type and r.subject_id = w.id and r.waits_since = ${SINCE}
         and r.week = ${WEEK})
     order by w.since, w.id limit $4`,
    [tx.organizationId, timeZone, tx.today, limit],
  );
}

/** One of them; undefined where it was decided meanwhile. */
export async function waitOf(
  tx: ReadTx,
  timeZone: string,
  { type, id }: Pick<Wait, 'type' | 'id'>,
): Promise<Wait | undefined> {
  const [row] = await tx.query<Wait>(`select ${COLUMNS} from (${WAITS}) w where w.type = $3 and w.id = $4`, [
    tx.organizationId,
    timeZone,
    type,
    id,
  ]);
  return row;
}
