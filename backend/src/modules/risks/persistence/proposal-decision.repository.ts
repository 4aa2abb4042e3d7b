import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { decisionKey } from '../domain/proposals.js';
import { DECISIONS } from './proposal-decisions.sql.js';
import { sqlId, sqlInstant, sqlMember } from './sql-ids.js';

export interface ProposalDecision {
  pairId: string;
  subjectId: string;
  /** The risk that was made of it; null where it was turned down. */
  riskId: string | null;
}

/** What was accepted or turned down for these subjects, by pair and subject. */
export async function proposalDecisions(
  tx: ReadTx,
  assessmentId: string,
  subjectIds: readonly string[],
): Promise<Map<string, ProposalDecision>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await tx.query<ProposalDecision>(
    `select d.pair_id as "pairId", d.subject_id as "subjectId", d.risk_id as "riskId" from (${DECISIONS}) d
     where d.subject_id = any($3::uuid[])`,
    [tx.organizationId, assessmentId, subjectIds],
  );
  return new Map(rows.map((row) => [decisionKey(row.pairId, row.subjectId), row]));
}

/** A decision as people read it: the risk that was made of it, or why it was turned down, by whom and when. */
export interface ToldDecision {
  pairId: string;
  subjectId: string;
  risk: { id: string; number: number } | null;
  reason: string | null;
  by: { id: string; name: string } | null;
  at: string;
}

/** The decisions about these subjects in words. */
export function toldDecisions(
  tx: ReadTx,
  assessmentId: string,
  subjectIds: readonly string[],
): Promise<ToldDecision[]> {
  return tx.query<ToldDecision>(
    `select d.pair_id as "pairId", d.subject_id as "subjectId",
       case when r.id is not null then jsonb_build_object('id', ${sqlId('risk', 'r.id')}, 'number', r.number) end as risk,
       p.reason, ${sqlMember('p.dismissed_by')} as by, ${sqlInstant('coalesce(r.created_at, p.dismissed_at)')} as at
     from (${DECISIONS}) d
     left join risk r on r.organization_id = $1 and r.id = d.risk_id
     left join proposal_dismissal p on d.risk_id is null and p.organization_id = $1 and p.assessment_id = $2
       and p.pair_id = d.pair_id and p.subject_id = d.subject_id
     where d.subject_id = any($3::uuid[])`,
    [tx.organizationId, assessmentId, subjectIds],
  );
}

/** Decisions about one analysis are made one after the other, so that no pair is decided twice. */
export async function holdProposals(tx: WriteTx, assessmentId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 164))', [`proposals|${assessmentId}`]);
}

export async function insertDismissals(
  tx: WriteTx,
  assessmentId: string,
  pairs: readonly { pairId: string; subjectId: string }[],
  reason: string,
  dismissedBy: string,
): Promise<void> {
  await tx.query(
    `insert into proposal_dismissal (organization_id, assessment_id, pair_id, subject_id, reason, dismissed_by, dismissed_at)
     select $1, $2, d.pair_id, d.subject_id, $5, $6, $7 from unnest($3::text[], $4::uuid[]) as d(pair_id, subject_id)`,
    [
      tx.organizationId,
      assessmentId,
      pairs.map((pair) => pair.pairId),
      pairs.map((pair) => pair.subjectId),
      reason,
      dismissedBy,
      tx.now,
    ],
  );
}

/** Answers whether there was one. */
export async function deleteDismissal(
  tx: WriteTx,
  assessmentId: string,
  pairId: string,
  subjectId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `delete from proposal_dismissal where organization_id = $1 and assessment_id = $2 and pair_id = $3 and subject_id = $4 returning pair_id`,
    [tx.organizationId, assessmentId, pairId, subjectId],
  );
  return rows.length > 0;
}

/** Takes one pair back for these subjects; answers with those for whom it was turned down. */
export async function deleteDismissals(
  tx: WriteTx,
  assessmentId: string,
  pairId: string,
  subjectIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ subject_id: string }>(
    `delete from proposal_dismissal where organization_id = $1 and assessment_id = $2 and pair_id = $3 and subject_id = any($4::uuid[])
     returning subject_id`,
    [tx.organizationId, assessmentId, pairId, subjectIds],
  );
  return rows.map((row) => row.subject_id);
}
