import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { sqlId } from './sql-ids.js';

/** An asset or a data flow that a risk concerns. */
export interface Subject {
  type: 'asset' | 'data-flow';
  id: string;
}

/** What a risk concerns besides its first subject, by id: always in the same order. */
export async function furtherSubjects(tx: ReadTx, riskId: string): Promise<Subject[]> {
  return tx.query<Subject>(
    `select case when asset_id is null then 'data-flow' else 'asset' end as type, subject_id as id
     from risk_further_subject where organization_id = $1 and risk_id = $2 order by subject_id`,
    [tx.organizationId, riskId],
  );
}

/** Those that are there already stay as they are. */
export async function insertFurtherSubjects(
  tx: WriteTx,
  riskId: string,
  subjects: readonly Subject[],
  addedBy: string,
): Promise<void> {
  await tx.query(
    `insert into risk_further_subject (organization_id, risk_id, asset_id, data_flow_id, added_by, added_at)
     select $1, $2, case when s.type = 'asset' then s.id end, case when s.type = 'data-flow' then s.id end, $5, $6
     from unnest($3::text[], $4::uuid[]) s (type, id) on conflict (organization_id, risk_id, subject_id) do nothing`,
    [
      tx.organizationId,
      riskId,
      subjects.map(({ type }) => type),
      subjects.map(({ id }) => id),
      addedBy,
      tx.now,
    ],
  );
}

export async function deleteFurtherSubjects(
  tx: WriteTx,
  riskId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    'delete from risk_further_subject where organization_id = $1 and risk_id = $2 and subject_id = any ($3::uuid[])',
    [tx.organizationId, riskId, ids],
  );
}

/** Those that are the organization's own and there still. */
export function standingSubjects(tx: ReadTx, subjects: readonly Subject[]): Promise<Subject[]> {
  const idsOf = (wanted: Subject['type']): string[] =>
    subjects.filter(({ type }) => type === wanted).map(({ id }) => id);
  return tx.query<Subject>(
    `select 'asset' as type, id from asset where organization_id = $1 and id = any ($2::uuid[]) and lifecycle <> 'disposed'
     union all select 'data-flow', id from data_flow where organization_id = $1 and id = any ($3::uuid[]) and active`,
    [tx.organizationId, idsOf('asset'), idsOf('data-flow')],
  );
}

/** SQL for how many things a risk `r` concerns besides its first subject. */
export const FURTHER_COUNT = `(select count(*)::int from risk_further_subject s where s.organization_id = $1 and s.risk_id = r.id)`;

/** SQL for the names of the first of them, as the inventory has them, and why one is there no more. */
export const furtherNames = (most: number): string => `(select coalesce(jsonb_agg(jsonb_build_object(
    'type', n.type, 'id', n.id, 'name', n.name, 'end', n.ended) order by n.sort, n.id), '[]')
  from (select 'asset' as type, ${sqlId('asset', 'a.id')} as id, a.tag || ' ' || a.name as name, lower(a.name) as sort,
      case when a.lifecycle = 'disposed' then 'disposed' when exists (select 1 from assessment_exclusion x
        where x.organization_id = $1 and x.assessment_id = r.assessment_id and x.asset_id = a.id) then 'excluded' end as ended
    from risk_further_subject s join asset a on a.organization_id = $1 and a.id = s.asset_id
    where s.organization_id = $1 and s.risk_id = r.id
    union all
    select 'data-flow', ${sqlId('dataFlow', 'f.id')}, f.code || ' ' || f.name, lower(f.name),
      case when not f.active then 'ended' when exists (select 1 from assessment_exclusion x where x.organization_id = $1
        and x.assessment_id = r.assessment_id and x.asset_id in (f.from_asset_id, f.to_asset_id)) then 'excluded' end
    from risk_further_subject s join data_flow f on f.organization_id = $1 and f.id = s.data_flow_id
    where s.organization_id = $1 and s.risk_id = r.id
    order by sort, id limit ${most}) n)`;

/** SQL for whether a risk `r` concerns something more that is there still, and in scope. */
export const FURTHER_STANDS = `exists (select 1 from risk_further_subject s
  left join asset a on a.organization_id = $1 and a.id = s.asset_id
  left join data_flow f on f.organization_id = $1 and f.id = s.data_flow_id
  where s.organization_id = $1 and s.risk_id = r.id and (a.lifecycle <> 'disposed' or f.active)
    and not exists (select 1 from assessment_exclusion x where x.organization_id = $1 and x.assessment_id = r.assessment_id
      and x.asset_id in (a.id, f.from_asset_id, f.to_asset_id)))`;
