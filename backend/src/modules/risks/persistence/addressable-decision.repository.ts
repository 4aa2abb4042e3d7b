import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { DecisionFields } from '../domain/addressable.js';
import { sqlInstant, sqlMember } from './sql-ids.js';

export interface StoredDecision extends DecisionFields {
  id: string;
  requirementId: string;
  decidedBy: { id: string; name: string };
  decidedAt: string;
  version: number;
}

/** What was decided in an analysis, by specification. */
export async function decisionsOf(tx: ReadTx, assessmentId: string): Promise<Map<string, StoredDecision>> {
  const rows = await tx.query<StoredDecision>(
    `select d.id, d.requirement_id as "requirementId", d.decision, d.measure, d.reasoning,
       ${sqlMember('d.decided_by')} as "decidedBy", ${sqlInstant('d.decided_at')} as "decidedAt", d.version
     from addressable_decision d where d.organization_id = $1 and d.assessment_id = $2`,
    [tx.organizationId, assessmentId],
  );
  return new Map(rows.map((row) => [row.requirementId, row]));
}

export interface DecisionEntry extends DecisionFields {
  id: string;
  assessmentId: string;
  requirementId: string;
  decidedBy: string;
}

/** First decisions; answers the ids of those that were made: where somebody was first, theirs stays. */
export async function insertDecisions(tx: WriteTx, entries: readonly DecisionEntry[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `insert into addressable_decision (organization_id, id, assessment_id, requirement_id, decision, measure, reasoning, decided_by, decided_at)
     select $1, e.id, e."assessmentId", e."requirementId", e.decision, e.measure, e.reasoning, e."decidedBy", $3
     from jsonb_to_recordset($2::jsonb) as e (id uuid, "assessmentId" uuid, "requirementId" text, decision text, measure text,
       reasoning text, "decidedBy" uuid)
     on conflict (organization_id, assessment_id, requirement_id) do nothing returning id`,
    [tx.organizationId, JSON.stringify(entries), tx.now],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Changes a decision that still has the version that the person saw; answers false when it has another. */
export async function updateDecision(
  tx: WriteTx,
  entry: DecisionEntry,
  seenVersion: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update addressable_decision set decision = $3, measure = $4, reasoning = $5, decided_by = $6, decided_at = $7, version = version + 1
     where organization_id = $1 and id = $2 and version = $8 returning id`,
    [
      tx.organizationId,
      entry.id,
      entry.decision,
      entry.measure,
      entry.reasoning,
      entry.decidedBy,
      tx.now,
      seenVersion,
    ],
  );
  return rows.length === 1;
}
