import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { decisionKey } from '../domain/proposals.js';
import { sqlInstant, sqlMember } from './sql-ids.js';

export interface ProposalDecision {
  pairId: string;
  subjectId: string;
  /** The risk that was made of it; null where it was turned down. */
  riskId: string | null;
}

/** What was accepted or turned down, by pair and subject. */
export async function proposalDecisions(
  tx: ReadTx,
  assessmentId: string,
): Promise<Map<string, ProposalDecision>> {
  const rows = await tx.query<ProposalDecision>(
    `select pair_id as "pairId", coalesce(asset_id, data_flow_id) as "subjectId", id as "riskId" from risk
     where organization_id = $1 and assessment_id = $2 and pair_id is not null and coalesce(asset_id, data_flow_id) is not null
     union all
     -- What was accepted stays accepted here when its risk has moved on.
     select r.pair_id, coalesce(r.asset_id, r.data_flow_id), r.id from carried_risk c
     join risk r on r.organization_id = c.organization_id and r.id = c.risk_id
     where c.organization_id = $1 and c.from_assessment_id = $2 and r.pair_id is not null and coalesce(r.asset_id, r.data_flow_id) is not null
     union all
     select pair_id, subject_id, null from proposal_dismissal where organization_id = $1 and assessment_id = $2`,
    [tx.organizationId, assessmentId],
  );
  return new Map(rows.map((row) => [decisionKey(row.pairId, row.subjectId), row]));
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

export interface DismissalRow {
  pairId: string;
  subjectType: 'asset' | 'data-flow';
  subjectId: string;
  subjectName: string;
  reason: string;
  by: { id: string; name: string };
  at: string;
}

/** What was turned down, the latest first. */
export function listDismissals(tx: ReadTx, assessmentId: string): Promise<DismissalRow[]> {
  return tx.query<DismissalRow>(
    `select d.pair_id as "pairId", case when a.id is not null then 'asset' else 'data-flow' end as "subjectType",
       d.subject_id as "subjectId", coalesce(a.tag || ' ' || a.name, f.name, '') as "subjectName", d.reason,
       ${sqlMember('d.dismissed_by')} as by, ${sqlInstant('d.dismissed_at')} as at
     from proposal_dismissal d
     left join asset a on a.organization_id = d.organization_id and a.id = d.subject_id
     left join data_flow f on f.organization_id = d.organization_id and f.id = d.subject_id
     where d.organization_id = $1 and d.assessment_id = $2
     order by d.dismissed_at desc, d.pair_id, d.subject_id limit 10000`,
    [tx.organizationId, assessmentId],
  );
}
