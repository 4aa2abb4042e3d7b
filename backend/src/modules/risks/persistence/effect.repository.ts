import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { RatedPair } from '../domain/effect.js';

export interface ExpectedRating extends RatedPair {
  level: string;
  rank: number;
}

/** Adds the risk to those that the action lowers, or says anew what is expected of it. */
export async function saveEffect(
  tx: WriteTx,
  actionId: string,
  riskId: string,
  expected: ExpectedRating | null,
): Promise<void> {
  await tx.query(
    `insert into remediation_effect
       (organization_id, action_id, risk_id, expected_likelihood, expected_impact, expected_level, expected_rank)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organization_id, action_id, risk_id) do update
       set expected_likelihood = excluded.expected_likelihood, expected_impact = excluded.expected_impact,
           expected_level = excluded.expected_level, expected_rank = excluded.expected_rank`,
    [
      tx.organizationId,
      actionId,
      riskId,
      expected?.likelihood ?? null,
      expected?.impact ?? null,
      expected?.level ?? null,
      expected?.rank ?? null,
    ],
  );
}

export async function deleteEffect(tx: WriteTx, actionId: string, riskId: string): Promise<void> {
  await tx.query(
    'delete from remediation_effect where organization_id = $1 and action_id = $2 and risk_id = $3',
    [tx.organizationId, actionId, riskId],
  );
}

/** Whether a fix that somebody else checked has moved the risk: then the plan says what makes the difference. */
export async function wasLoweredByFix(tx: WriteTx, riskId: string): Promise<boolean> {
  const [row] = await tx.query(
    `select 1 from remediation_outcome where organization_id = $1 and risk_id = $2 and outcome = 'moved' limit 1`,
    [tx.organizationId, riskId],
  );
  return row !== undefined;
}

/** Holds the risks that the action lowers until this transaction ends, in the order of their ids, as everybody does. */
export async function holdRisksOfAction(tx: WriteTx, actionId: string): Promise<void> {
  await tx.query(
    `select count(*) from (select 1 from risk where organization_id = $1 and id in (
         select risk_id from remediation_effect where organization_id = $1 and action_id = $2)
       order by id for no key update) held`,
    [tx.organizationId, actionId],
  );
}

/** The analysis where the risk lives that the action lowers, the one that it was planned against first; null without an open one. */
export async function homeOfLoweredRisk(tx: WriteTx, actionId: string): Promise<string | null> {
  const [row] = await tx.query<{ assessmentId: string }>(
    `select k.assessment_id as "assessmentId" from remediation_effect e
     join remediation_action t on t.organization_id = e.organization_id and t.id = e.action_id
     join risk k on k.organization_id = e.organization_id and k.id = e.risk_id
     where e.organization_id = $1 and e.action_id = $2 and k.status <> 'closed'
     order by (k.id is not distinct from t.risk_id) desc, k.number limit 1`,
    [tx.organizationId, actionId],
  );
  return row?.assessmentId ?? null;
}

interface Stored extends RatedPair {
  level: string;
}

export interface NewOutcome {
  actionId: string;
  riskId: string;
  outcome: 'moved' | 'left';
  reason: string;
  from: Stored | null;
  to: Stored;
  by: string;
}

export async function insertOutcome(tx: WriteTx, made: NewOutcome): Promise<void> {
  await tx.query(
    `insert into remediation_outcome
       (organization_id, id, action_id, risk_id, outcome, reason, from_likelihood, from_impact, from_level,
        to_likelihood, to_impact, to_level, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.organizationId,
      newId(),
      made.actionId,
      made.riskId,
      made.outcome,
      made.reason,
      made.from?.likelihood ?? null,
      made.from?.impact ?? null,
      made.from?.level ?? null,
      made.to.likelihood,
      made.to.impact,
      made.to.level,
      made.by,
      tx.now,
    ],
  );
}
