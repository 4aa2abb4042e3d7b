import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** No block of the desk is longer than this: who has more, works from the lists. */
export const MOST = 50;

/** Who looks at their desk, and where their days begin. */
export interface Viewer {
  memberId: string;
  timeZone: string;
}

export interface WorkRow {
  id: string;
  title: string;
  dueOn: CalendarDate | null;
  personName: string | null;
  /** Since when a second person is waited for; absent where nobody is. */
  sinceOn?: CalendarDate | null;
}

/** SQL: the day of an instant where the organization is. */
const dayOf = (instant: string, timeZone: string): string =>
  `to_char(${instant} at time zone ${timeZone}, 'YYYY-MM-DD')`;

const DUE = `to_char(a.due_on, 'YYYY-MM-DD') as "dueOn"`;

/** Remediation that is mine to do. */
export function ownActions(tx: ReadTx, memberId: string): Promise<WorkRow[]> {
  return tx.query<WorkRow>(
    `select a.id, a.title, ${DUE}, null as "personName" from remediation_action a
     where a.organization_id = $1 and a.owner_id = $2 and a.status in ('planned', 'in-progress')
     order by a.due_sort, a.id limit ${MOST}`,
    [tx.organizationId, memberId],
  );
}

/** Remediation that others should have finished. */
export function othersOverdue(tx: ReadTx, memberId: string): Promise<WorkRow[]> {
  return tx.query<WorkRow>(
    `select a.id, a.title, ${DUE}, p.name as "personName" from remediation_action a
     join membership m on m.organization_id = a.organization_id and m.id = a.owner_id and m.active
     join person p on p.id = m.person_id
     where a.organization_id = $1 and a.owner_id <> $2 and a.status in ('planned', 'in-progress') and a.due_sort < $3
     order by a.due_sort, a.id limit ${MOST}`,
    [tx.organizationId, memberId, tx.today],
  );
}

export type DoneRow = WorkRow & { completedByMe: boolean; ownedByMe: boolean };

/** Remediation that is done and not validated: completed by me, owned by me, or, where I may validate, by anybody. */
export function doneActions(
  tx: ReadTx,
  { memberId, timeZone }: Viewer,
  mayValidate: boolean,
): Promise<DoneRow[]> {
  return tx.query<DoneRow>(
    `select a.id, a.title, ${DUE}, p.name as "personName", a.completed_by = $2 as "completedByMe", a.owner_id = $2 as "ownedByMe",
       ${dayOf(
         `(select max(t.made_at) from remediation_transition t
         where t.organization_id = $1 and t.action_id = a.id and t.transition = 'completion')`,
         '$4',
       )} as "sinceOn"
     from remediation_action a
     left join membership m on m.organization_id = a.organization_id and m.id = a.completed_by
     left join person p on p.id = m.person_id
     where a.organization_id = $1 and a.status = 'done' and ($3 or a.completed_by = $2 or a.owner_id = $2)
     order by a.completed_on, a.id limit ${MOST}`,
    [tx.organizationId, memberId, mayValidate, timeZone],
  );
}

export type AssessmentRow = WorkRow & { status: 'draft' | 'in-review'; madeByMe: boolean; answers: number };

/** Analyses under way: those that I made, and those that wait for somebody to approve them. */
export function openAssessments(
  tx: ReadTx,
  { memberId, timeZone }: Viewer,
  mayApprove: boolean,
): Promise<AssessmentRow[]> {
  return tx.query<AssessmentRow>(
    `select a.id, a.title, null as "dueOn", p.name as "personName", a.status,
            (a.prepared_by = $2 or coalesce(a.submitted_by = $2, false)) as "madeByMe",
            (select count(*)::int from answer n where n.organization_id = $1 and n.assessment_id = a.id) as answers,
            case when a.status = 'in-review' then ${dayOf('a.submitted_at', '$4')} end as "sinceOn"
     from assessment a
     join membership m on m.organization_id = a.organization_id and m.id = coalesce(a.submitted_by, a.prepared_by)
     join person p on p.id = m.person_id
     where a.organization_id = $1
       and ((a.status in ('draft', 'in-review') and (a.prepared_by = $2 or a.submitted_by = $2)) or (a.status = 'in-review' and $3))
     order by a.started_on, a.id limit ${MOST}`,
    [tx.organizationId, memberId, mayApprove, timeZone],
  );
}

export type AcceptanceRow = WorkRow & { askedByMe: boolean };

/** Accepted risks that wait for a second person: asked by me, or, where I may approve, by anybody; not my own risks. */
export function askedAcceptances(
  tx: ReadTx,
  { memberId, timeZone }: Viewer,
  mayAccept: boolean,
): Promise<AcceptanceRow[]> {
  return tx.query<AcceptanceRow>(
    `select r.id, r.title, null as "dueOn", p.name as "personName", c.asked_by = $2 as "askedByMe",
       case when s.status <> 'in-review' then ${dayOf('c.asked_at', '$4')} end as "sinceOn"
     from risk_acceptance c
     join risk r on r.organization_id = c.organization_id and r.id = c.risk_id
     join assessment s on s.organization_id = r.organization_id and s.id = r.assessment_id
     join membership m on m.organization_id = c.organization_id and m.id = c.asked_by
     join person p on p.id = m.person_id
     where c.organization_id = $1 and c.status = 'asked' and s.status <> 'withdrawn' and (($3 and s.status <> 'in-review' and r.owner_id is distinct from $2) or c.asked_by = $2)
     order by c.id limit ${MOST}`,
    [tx.organizationId, memberId, mayAccept, timeZone],
  );
}

export type ProposedScaleRow = WorkRow & { proposedByMe: boolean };

/** Risk scales that wait to be adopted: proposed by me, or, where I may adopt, by anybody. */
export function proposedScales(
  tx: ReadTx,
  { memberId, timeZone }: Viewer,
  mayAdopt: boolean,
): Promise<ProposedScaleRow[]> {
  return tx.query<ProposedScaleRow>(
    `select v.id, v.title, null as "dueOn", p.name as "personName", v.proposed_by = $2 as "proposedByMe",
       ${dayOf('v.proposed_at', '$4')} as "sinceOn"
     from risk_scale_version v
     join membership m on m.organization_id = v.organization_id and m.id = v.proposed_by
     join person p on p.id = m.person_id
     where v.organization_id = $1 and v.status = 'proposed' and ($3 or v.proposed_by = $2)
     order by v.proposed_at, v.id limit ${MOST}`,
    [tx.organizationId, memberId, mayAdopt, timeZone],
  );
}

export type EndedAcceptanceRow = WorkRow & { isStale: boolean };

/** Accepted risks whose approval no longer holds, and that nobody asked for again: mine, or all for who rates risks. */
export function endedAcceptances(
  tx: ReadTx,
  memberId: string,
  mayRate: boolean,
): Promise<EndedAcceptanceRow[]> {
  return tx.query<EndedAcceptanceRow>(
    `select r.id, r.title, case when c.stale_at is null then to_char(c.until_on, 'YYYY-MM-DD') end as "dueOn", null as "personName",
       c.stale_at is not null as "isStale"
     from risk_acceptance c
     join risk r on r.organization_id = c.organization_id and r.id = c.risk_id
     where c.organization_id = $1 and c.status = 'approved' and (c.stale_at is not null or c.until_on < $4)
       and r.treatment = 'accept' and r.status <> 'closed' and ($3 or r.owner_id = $2)
       and not exists (select 1 from assessment s where s.organization_id = $1 and s.id = r.assessment_id and s.status = 'withdrawn')
       and not exists (select 1 from risk_acceptance n where n.organization_id = $1 and n.risk_id = r.id and n.id > c.id
         and n.status in ('asked', 'approved'))
     order by c.until_on, c.id limit ${MOST}`,
    [tx.organizationId, memberId, mayRate, tx.today],
  );
}

/** Invitations that nobody has accepted yet. */
export function openInvitations(tx: ReadTx): Promise<WorkRow[]> {
  return tx.query<WorkRow>(
    `select id, name as title, null as "dueOn", name as "personName" from invitation
     where organization_id = $1 and accepted_at is null and revoked_at is null and expires_at > now()
     order by created_at, id limit ${MOST}`,
    [tx.organizationId],
  );
}
