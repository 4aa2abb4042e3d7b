import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { ObligationKind, ObligationStatus } from '../domain/obligation.js';

export interface SummaryRow {
  id: string;
  kind: ObligationKind;
  title: string;
  due_on: string;
  status: ObligationStatus;
  citation: string;
  owner_id: string | null;
  owner_name: string | null;
  subject_type: string;
  subject_id: string;
  met_on: string | null;
}

export interface ListFilter {
  status: ObligationStatus | null;
  kind: ObligationKind | null;
  ownerId: string | null;
  dueBefore: string | null;
}

const COUNT_CAP = 10_000;

const SUMMARY = `o.id, o.kind, o.title, to_char(o.due_on, 'YYYY-MM-DD') as due_on, o.status, o.citation, o.owner_id,
  p.name as owner_name, o.subject_type, o.subject_id, to_char(o.met_on, 'YYYY-MM-DD') as met_on`;
const OWNER = `left join membership m on m.organization_id = o.organization_id and m.id = o.owner_id
  left join person p on p.id = m.person_id`;
const FILTER = `o.organization_id = $1 and ($2::text is null or o.status = $2) and ($3::text is null or o.kind = $3)
  and ($4::uuid is null or o.owner_id = $4) and ($5::date is null or o.due_on < $5)`;

/** One page by due date, behind the last row of the page before. */
export function listObligations(
  tx: ReadTx,
  filter: ListFilter,
  after: { dueOn: string; id: string } | null,
  limit: number,
): Promise<SummaryRow[]> {
  return tx.query<SummaryRow>(
    `select ${SUMMARY} from obligation o ${OWNER}
     where ${FILTER} and ($6::date is null or (o.due_on, o.id) > ($6, $7::uuid)) order by o.due_on, o.id limit $8`,
    [...paramsOf(tx, filter), after?.dueOn ?? null, after?.id ?? null, limit],
  );
}

export async function countObligations(
  tx: ReadTx,
  filter: ListFilter,
): Promise<{ total: number; totalIsCapped: boolean }> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from (select 1 from obligation o where ${FILTER} limit ${COUNT_CAP + 1}) as counted`,
    paramsOf(tx, filter),
  );
  return { total: Math.min(row!.total, COUNT_CAP), totalIsCapped: row!.total > COUNT_CAP };
}

function paramsOf(tx: ReadTx, { status, kind, ownerId, dueBefore }: ListFilter): unknown[] {
  return [tx.organizationId, status, kind, ownerId, dueBefore];
}

export interface DetailRow extends SummaryRow {
  status_reason: string;
  time_zone: string;
  rule_version: string;
  facts: Record<string, unknown>;
  created_at: Date;
  version: number;
  changes: ChangeRow[];
  milestones: MilestoneRow[];
}
export interface ChangeRow {
  fromDueOn: string | null;
  toDueOn: string | null;
  fromStatus: ObligationStatus | null;
  toStatus: ObligationStatus;
  reason: string;
  changedById: string | null;
  changedByName: string | null;
  changedAt: string;
}
export interface MilestoneRow {
  name: string;
  remindOn: string;
  remindAt: string;
  state: 'waiting' | 'sent' | 'skipped' | 'cancelled';
}

/** The obligation with all that happened to it, in one statement. */
export async function obligationDetail(tx: ReadTx, id: string): Promise<DetailRow | undefined> {
  const [row] = await tx.query<DetailRow>(
    `select ${SUMMARY}, o.status_reason, o.time_zone, o.rule_version, o.facts, o.created_at, o.version,
       (select coalesce(jsonb_agg(jsonb_build_object('fromDueOn', c.from_due_on, 'toDueOn', c.to_due_on,
          'fromStatus', c.from_status, 'toStatus', c.to_status, 'reason', c.reason, 'changedById', c.changed_by,
          'changedByName', cp.name, 'changedAt', c.changed_at) order by c.id), '[]')
        from obligation_change c
        left join membership cm on cm.organization_id = c.organization_id and cm.id = c.changed_by
        left join person cp on cp.id = cm.person_id
        where c.organization_id = $1 and c.obligation_id = o.id) as changes,
       (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'remindOn', s.remind_on, 'remindAt', s.remind_at,
          'state', case when s.enqueued_at is not null then 'sent' when s.skipped_at is not null then 'skipped'
                        when s.cancelled_at is not null then 'cancelled' else 'waiting' end) order by s.remind_on, s.name), '[]')
        from obligation_milestone s where s.organization_id = $1 and s.obligation_id = o.id) as milestones
     from obligation o ${OWNER} where o.organization_id = $1 and o.id = $2`,
    [tx.organizationId, id],
  );
  return row;
}
