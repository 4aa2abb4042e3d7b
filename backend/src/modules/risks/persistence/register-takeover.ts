import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { CARRIED_BEFORE } from './carried-risk.repository.js';

/** A risk of the earlier analysis, and the one of this analysis that says the same. */
export interface Twins {
  earlierId: string;
  ownId: string;
}

/**
 * Open risks of two analyses that are the same one: the same threat and weak point against the same thing, or the same
 * finding; without a threat or a thing the same title as well. Each has one twin at most: a second one goes on as it is.
 */
export async function twinsOf(tx: WriteTx, earlierId: string, id: string): Promise<Twins[]> {
  const alike = await tx.query<Twins>(
    `select distinct on (e.id) e.id as "earlierId", o.id as "ownId"
     from risk e join risk o on o.organization_id = $1 and o.assessment_id = $3 and o.status <> 'closed' and (
       o.asset_id is not distinct from e.asset_id and o.data_flow_id is not distinct from e.data_flow_id
         and case when e.threat_id is null then o.threat_id is null and lower(o.title) = lower(e.title)
           else o.threat_id = e.threat_id and o.vulnerability_id is not distinct from e.vulnerability_id
             and (coalesce(e.asset_id, e.data_flow_id) is not null or lower(o.title) = lower(e.title)) end
       or exists (select 1 from finding f join finding g on g.organization_id = $1 and g.id = o.finding_id
         and g.source = f.source and g.source_key = f.source_key where f.organization_id = $1 and f.id = e.finding_id))
     where e.organization_id = $1 and e.assessment_id = $2 and e.status <> 'closed' order by e.id, o.number`,
    [tx.organizationId, earlierId, id],
  );
  const taken = new Set<string>();
  return alike.filter(({ ownId }) => !taken.has(ownId) && taken.add(ownId));
}

/** An open risk of the earlier analysis, and a closed one of this that says the same, by their numbers. */
export interface ClosedTwin {
  earlier: number;
  closed: number;
}

/** An analysis holds each proposed threat against each thing once, so that these stand in the way. A few of them. */
export function closedTwins(tx: ReadTx, earlierId: string, id: string): Promise<ClosedTwin[]> {
  return tx.query<ClosedTwin>(
    `select e.number as earlier, o.number as closed from risk e
     join risk o on o.organization_id = $1 and o.assessment_id = $3 and o.status = 'closed' and o.pair_id = e.pair_id
       and (o.asset_id = e.asset_id or o.data_flow_id = e.data_flow_id)
     where e.organization_id = $1 and e.assessment_id = $2 and e.status <> 'closed' order by o.number limit 10`,
    [tx.organizationId, earlierId, id],
  );
}

/**
 * The earlier risk is closed; what is not finished against it is planned against the other one, in its analysis. What is
 * expected of that is said anew, since the other one has a rating of its own. Answers with the ids of what is planned.
 */
export async function replaceTwins(tx: WriteTx, twins: readonly Twins[], id: string): Promise<string[]> {
  const pairs = [tx.organizationId, twins.map(({ earlierId }) => earlierId), twins.map(({ ownId }) => ownId)];
  const moved = await tx.query<{ actionId: string }>(
    `insert into remediation_effect (organization_id, action_id, risk_id)
     select distinct e.organization_id, e.action_id, t.own
     from unnest($2::uuid[], $3::uuid[]) t (earlier, own)
     join remediation_effect e on e.organization_id = $1 and e.risk_id = t.earlier
     join remediation_action a on a.organization_id = $1 and a.id = e.action_id and a.status not in ('validated', 'cancelled')
     on conflict (organization_id, action_id, risk_id) do update set risk_id = excluded.risk_id
     returning action_id as "actionId"`,
    pairs,
  );
  const actionIds = [...new Set(moved.map(({ actionId }) => actionId))];
  await tx.query(
    `delete from remediation_effect where organization_id = $1 and risk_id = any ($2::uuid[]) and action_id = any ($3::uuid[])`,
    [tx.organizationId, pairs[1], actionIds],
  );
  // What an action is first of all against is always among what it lowers.
  await tx.query(
    `update remediation_action a set assessment_id = $5, carried_from = a.assessment_id, carried_at = $6,
       carried_before = ${CARRIED_BEFORE}, updated_at = $6, version = a.version + 1,
       risk_id = coalesce((select t.own from unnest($2::uuid[], $3::uuid[]) t (earlier, own) where t.earlier = a.risk_id), a.risk_id)
     where a.organization_id = $1 and a.id = any ($4::uuid[])`,
    [...pairs, actionIds, id, tx.now],
  );
  await tx.query(
    `update risk set status = 'closed', updated_at = $4, version = version + 1, continued_as = t.own
     from unnest($2::uuid[], $3::uuid[]) t (earlier, own) where organization_id = $1 and id = t.earlier`,
    [...pairs, tx.now],
  );
  return actionIds;
}

/** Answers whether it has taken over the register of the analysis before it. */
export async function carriesRegister(tx: WriteTx, id: string): Promise<boolean> {
  const [row] = await tx.query<{ carries: boolean }>(
    'select carries_register as carries from assessment where organization_id = $1 and id = $2',
    [tx.organizationId, id],
  );
  return row?.carries ?? false;
}

export async function markTakenOver(tx: WriteTx, id: string): Promise<void> {
  await tx.query(
    `update assessment set carries_register = true, updated_at = $3, version = version + 1 where organization_id = $1 and id = $2`,
    [tx.organizationId, id, tx.now],
  );
}
