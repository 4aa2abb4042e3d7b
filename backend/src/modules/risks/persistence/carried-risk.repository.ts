import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { ReviewOutcome } from '../domain/carried-risk.js';

/** From one analysis into the next. */
export interface Carrying {
  fromId: string;
  toId: string;
  /** The next one rates by another scale, on which the ratings say nothing. */
  clearsRatings: boolean;
}

/**
 * Holds the open risks of an analysis until this transaction ends: who changes one of them has done it before, or does
 * it after they moved on. In the order of their ids, and before the analysis itself is held, as everybody does.
 */
export async function holdOpenRisks(tx: WriteTx, assessmentId: string): Promise<void> {
  await tx.query(
    `select count(*) from (select 1 from risk where organization_id = $1 and assessment_id = $2 and status <> 'closed'
       order by id for no key update) held`,
    [tx.organizationId, assessmentId],
  );
}

/** SQL: what else the rating of a risk `r` is, and what was expected of the actions against it, to be given back one day. */
const CLEARED = `jsonb_build_object('inherentRank', r.inherent_rank, 'residualRank', r.residual_rank, 'ratedBy', r.rated_by,
  'ratedAt', r.rated_at, 'expected', (select coalesce(jsonb_agg(jsonb_build_object('actionId', e.action_id,
      'likelihood', e.expected_likelihood, 'impact', e.expected_impact, 'level', e.expected_level, 'rank', e.expected_rank)), '[]')
    from remediation_effect e where e.organization_id = r.organization_id and e.risk_id = r.id and e.expected_level is not null))`;

/** SQL: from where and when an action came last time; null where it was planned where it is. */
export const CARRIED_BEFORE = `case when carried_from is not null
  then jsonb_build_object('from', carried_from, 'at', carried_at) end`;

/** Moves every risk that is not closed, with the actions that are not finished; answers the ids of both. */
export async function moveRisksOn(
  tx: WriteTx,
  { fromId, toId, clearsRatings }: Carrying,
): Promise<{ riskIds: string[]; actionIds: string[] }> {
  await tx.query(
    // What was carried before is read to its end first: the same table is written here, row by row.
    `with earlier as materialized (
       select risk_id, identified_in from carried_risk where organization_id = $1 and assessment_id = $2)
     insert into carried_risk (organization_id, assessment_id, risk_id, from_assessment_id, identified_in, carried_at,
       inherent_likelihood, inherent_impact, inherent_level, residual_likelihood, residual_impact, residual_level, cleared)
     select r.organization_id, $3, r.id, $2, coalesce(c.identified_in, $2), $4,
       r.inherent_likelihood, r.inherent_impact, r.inherent_level, r.residual_likelihood, r.residual_impact, r.residual_level,
       ${clearsRatings ? CLEARED : 'null'}
     from risk r left join earlier c on c.risk_id = r.id
     where r.organization_id = $1 and r.assessment_id = $2 and r.status <> 'closed'`,
    [tx.organizationId, fromId, toId, tx.now],
  );
  const cleared = clearsRatings
    ? `, inherent_likelihood = null, inherent_impact = null, inherent_level = null, inherent_rank = null,
         residual_likelihood = null, residual_impact = null, residual_level = null, residual_rank = null, rated_by = null, rated_at = null`
    : '';
  const moved = await tx.query<{ id: string }>(
    `update risk set assessment_id = $3, updated_at = $4, version = version + 1${cleared}
     where organization_id = $1 and assessment_id = $2 and status <> 'closed' returning id`,
    [tx.organizationId, fromId, toId, tx.now],
  );
  // An action goes where a risk goes that it lowers, also where the one that it was planned against is closed. One that
  // lowers none, planned for a finding or for the whole analysis, is still to be done in the next one.
  const actions = await tx.query<{ id: string }>(
    `update remediation_action set assessment_id = $2, carried_from = assessment_id, carried_at = $3,
       carried_before = ${CARRIED_BEFORE}, updated_at = $3, version = version + 1
     where organization_id = $1 and status not in ('validated', 'cancelled') and assessment_id <> $2
       and (id in (select e.action_id from remediation_effect e join carried_risk c
           on c.organization_id = e.organization_id and c.risk_id = e.risk_id and c.assessment_id = $2 where e.organization_id = $1)
         or assessment_id = $4 and not exists (select 1 from remediation_effect e
           where e.organization_id = $1 and e.action_id = remediation_action.id))
     returning id`,
    [tx.organizationId, toId, tx.now, fromId],
  );
  if (clearsRatings) await forgetExpectations(tx, toId);
  // What shows that an action was done goes where the action goes.
  await tx.query(
    `update evidence set assessment_id = $2 where organization_id = $1 and subject_type = 'remediation-action'
       and subject_id in (select id from remediation_action where organization_id = $1 and assessment_id = $2)`,
    [tx.organizationId, toId],
  );
  return { riskIds: moved.map(({ id }) => id), actionIds: actions.map(({ id }) => id) };
}

/** By the scale of before: what is expected is said anew. What was decided about a risk is kept as it was. */
async function forgetExpectations(tx: WriteTx, assessmentId: string): Promise<void> {
  await tx.query(
    `update remediation_effect e set expected_likelihood = null, expected_impact = null, expected_level = null, expected_rank = null
     from carried_risk r where r.organization_id = $1 and r.assessment_id = $2
       and e.organization_id = r.organization_id and e.risk_id = r.risk_id`,
    [tx.organizationId, assessmentId],
  );
}

export interface CarriedRow {
  isReviewed: boolean;
}

/** How the risk came into the analysis where it is; null when it was found there. */
export async function carriedRow(
  tx: WriteTx,
  assessmentId: string,
  riskId: string,
): Promise<CarriedRow | null> {
  const [row] = await tx.query<CarriedRow>(
    `select reviewed_at is not null as "isReviewed" from carried_risk
     where organization_id = $1 and assessment_id = $2 and risk_id = $3`,
    [tx.organizationId, assessmentId, riskId],
  );
  return row ?? null;
}

export interface RiskToReview {
  id: string;
  number: number;
  version: number;
  assessmentId: string;
  isCarried: boolean;
  isReviewed: boolean;
  isClosed: boolean;
  isRated: boolean;
}

/** The risks of these ids, held until this transaction ends. */
export async function holdRisksToReview(tx: WriteTx, ids: readonly string[]): Promise<RiskToReview[]> {
  // Held first: what waited for another transaction must read what that one wrote.
  await tx.query(
    'select 1 from risk where organization_id = $1 and id = any ($2::uuid[]) order by id for no key update',
    [tx.organizationId, ids],
  );
  return tx.query<RiskToReview>(
    `select r.id, r.number, r.version, r.assessment_id as "assessmentId", c.risk_id is not null as "isCarried",
       c.reviewed_at is not null as "isReviewed", r.status = 'closed' as "isClosed", r.residual_rank is not null as "isRated"
     from risk r left join carried_risk c
       on c.organization_id = r.organization_id and c.risk_id = r.id and c.assessment_id = r.assessment_id
     where r.organization_id = $1 and r.id = any ($2::uuid[])`,
    [tx.organizationId, ids],
  );
}

export interface Review {
  outcome: ReviewOutcome;
  reason: string;
  by: string;
}

/** Writes the review of each of them, in the analysis where it is. */
export async function saveReviews(tx: WriteTx, riskIds: readonly string[], review: Review): Promise<void> {
  await tx.query(
    `update carried_risk c set outcome = $3, reason = $4, reviewed_by = $5, reviewed_at = $6
     from risk r where r.organization_id = $1 and r.id = any ($2::uuid[])
       and c.organization_id = r.organization_id and c.risk_id = r.id and c.assessment_id = r.assessment_id`,
    [tx.organizationId, riskIds, review.outcome, review.reason, review.by, tx.now],
  );
}

/** The version of each moves on: who has it open sees that somebody reviewed it meanwhile. */
export async function touchRisks(tx: WriteTx, riskIds: readonly string[]): Promise<void> {
  await tx.query(
    `update risk set updated_at = $3, version = version + 1 where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.organizationId, riskIds, tx.now],
  );
}

/** Those of the risks that two people agreed to leave as they are, and that holds. */
export async function acceptedAmong(tx: WriteTx, assessmentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct c.risk_id as id from risk_acceptance c
     join risk r on r.organization_id = c.organization_id and r.id = c.risk_id
     where c.organization_id = $1 and r.assessment_id = $2 and c.status = 'approved' and c.stale_at is null`,
    [tx.organizationId, assessmentId],
  );
  return rows.map(({ id }) => id);
}
