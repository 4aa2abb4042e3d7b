import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { WithdrawalFacts } from '../domain/withdrawal.js';

const NUMBERS = (sql: string): string =>
  `(select coalesce(jsonb_agg(x.number order by x.number), '[]') from (${sql}) x)`;

const CAME = `carried_risk c join risk r on r.organization_id = $1 and r.id = c.risk_id
  where c.organization_id = $1 and c.assessment_id = $2 and c.given_back_at is null`;
/** When its register came: once, when it began, or later. */
const CAME_AT = `select carried_at from carried_risk where organization_id = $1 and assessment_id = $2
  union select carried_at from remediation_action where organization_id = $1 and assessment_id = $2 and carried_at is not null`;

const FACTS = `jsonb_build_object(
  'followedBy', (select f.title from assessment f
    where f.organization_id = $1 and f.previous_id = $2 and f.status <> 'withdrawn' order by f.id limit 1),
  'changedRisks', ${NUMBERS(`select r.number from ${CAME} and (r.assessment_id <> $2 or r.updated_at <> c.carried_at)`)},
  'changedActions', ${NUMBERS(`select t.number from remediation_action t
    where t.organization_id = $1 and t.assessment_id = $2 and t.carried_from is not null and t.updated_at <> t.carried_at`)},
  'openActions', ${NUMBERS(`select t.number from remediation_action t
    where t.organization_id = $1 and t.assessment_id = $2 and t.carried_from is null and t.status in ('planned', 'in-progress', 'done')`)},
  'joinedRisks', ${NUMBERS(`select e.number from risk e join assessment a on a.organization_id = $1 and a.id = $2
    where e.organization_id = $1 and e.assessment_id = a.previous_id and e.status = 'closed'
      and (e.continued_as in (select o.id from risk o where o.organization_id = $1 and o.assessment_id = $2)
        or e.updated_at in (${CAME_AT}))`)},
  'lostRatings', ${NUMBERS(`select r.number from ${CAME} and c.cleared is null and c.inherent_level is not null and r.inherent_level is null`)})`;

/** Read while its risks and the analysis itself are held. */
export async function withdrawalFacts(tx: ReadTx, id: string): Promise<WithdrawalFacts> {
  const [row] = await tx.query<{ facts: WithdrawalFacts }>(`select ${FACTS} as facts`, [
    tx.organizationId,
    id,
  ]);
  return row!.facts;
}

/** Holds every risk that is in the analysis until this transaction ends, in the order of their ids. */
export async function holdRisksOf(tx: WriteTx, id: string): Promise<void> {
  await tx.query(
    `select count(*) from (select 1 from risk where organization_id = $1 and assessment_id = $2
       order by id for no key update) held`,
    [tx.organizationId, id],
  );
}

export interface GivenBack {
  id: string;
  toId: string;
}

/** What came with the register goes back as it came; answers what went where. Nothing of it was changed meanwhile. */
export async function giveRegisterBack(
  tx: WriteTx,
  id: string,
): Promise<{ risks: GivenBack[]; actions: GivenBack[] }> {
  const params = [tx.organizationId, id, tx.now];
  await restoreExpectations(tx, id);
  const risks = await tx.query<GivenBack>(
    `update risk r set assessment_id = c.from_assessment_id, updated_at = $3, version = r.version + 1,
       inherent_likelihood = ${asKept('c.inherent_likelihood', 'r.inherent_likelihood')},
       inherent_impact = ${asKept('c.inherent_impact', 'r.inherent_impact')},
       inherent_level = ${asKept('c.inherent_level', 'r.inherent_level')},
       inherent_rank = ${asKept(`(c.cleared ->> 'inherentRank')::smallint`, 'r.inherent_rank')},
       residual_likelihood = ${asKept('c.residual_likelihood', 'r.residual_likelihood')},
       residual_impact = ${asKept('c.residual_impact', 'r.residual_impact')},
       residual_level = ${asKept('c.residual_level', 'r.residual_level')},
       residual_rank = ${asKept(`(c.cleared ->> 'residualRank')::smallint`, 'r.residual_rank')},
       rated_by = ${asKept(`(c.cleared ->> 'ratedBy')::uuid`, 'r.rated_by')},
       rated_at = ${asKept(`(c.cleared ->> 'ratedAt')::timestamptz`, 'r.rated_at')}
     from carried_risk c where c.organization_id = $1 and c.assessment_id = $2 and c.given_back_at is null
       and r.organization_id = $1 and r.id = c.risk_id and r.assessment_id = $2
     returning r.id, r.assessment_id as "toId"`,
    params,
  );
  await tx.query(
    `update carried_risk set given_back_at = $3 where organization_id = $1 and assessment_id = $2 and given_back_at is null`,
    params,
  );
  const actions = await tx.query<GivenBack>(
    `update remediation_action set assessment_id = carried_from, carried_from = (carried_before ->> 'from')::uuid,
       carried_at = (carried_before ->> 'at')::timestamptz, carried_before = null, updated_at = $3, version = version + 1
     where organization_id = $1 and assessment_id = $2 and carried_from is not null
     returning id, assessment_id as "toId"`,
    params,
  );
  await tx.query(
    `update evidence e set assessment_id = t.assessment_id from remediation_action t
     where e.organization_id = $1 and e.subject_type = 'remediation-action' and e.subject_id = any ($2::uuid[])
       and t.organization_id = $1 and t.id = e.subject_id`,
    [tx.organizationId, actions.map((action) => action.id)],
  );
  await tx.query('update assessment set carries_register = false where organization_id = $1 and id = $2', [
    tx.organizationId,
    id,
  ]);
  return { risks, actions };
}

/** Only what another scale cleared was kept apart. */
function asKept(kept: string, now: string): string {
  return `case when c.cleared is null then ${now} else ${kept} end`;
}

async function restoreExpectations(tx: WriteTx, id: string): Promise<void> {
  await tx.query(
    `update remediation_effect e set expected_likelihood = k.likelihood, expected_impact = k.impact,
       expected_level = k.level, expected_rank = k.rank
     from carried_risk c, jsonb_to_recordset(c.cleared -> 'expected')
       as k ("actionId" uuid, likelihood text, impact text, level text, rank smallint)
     where c.organization_id = $1 and c.assessment_id = $2 and c.given_back_at is null
       and e.organization_id = $1 and e.risk_id = c.risk_id and e.action_id = k."actionId"`,
    [tx.organizationId, id],
  );
}
