import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { FindingDraft, FindingSource, KnownFinding } from '../domain/finding.js';

export interface StoredFinding extends KnownFinding {
  id: string;
  sourceKey: string;
}

export interface FindingPlace {
  assessmentId: string;
  source: FindingSource;
  sourceKey: string;
}

export function findingsOfSource(
  tx: ReadTx,
  assessmentId: string,
  source: FindingSource,
): Promise<StoredFinding[]> {
  return tx.query<StoredFinding>(
    `select id, source_key as "sourceKey", status, standing, title, detail from finding
     where organization_id = $1 and assessment_id = $2 and source = $3`,
    [tx.organizationId, assessmentId, source],
  );
}

/** Enters a finding, or opens the one that stands in this place with the words of today. */
export async function openFinding(tx: WriteTx, place: FindingPlace, draft: FindingDraft): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into finding (organization_id, id, assessment_id, source, source_key, title, detail, citations, standing)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (organization_id, assessment_id, source, source_key) do update
       set title = excluded.title, detail = excluded.detail, citations = excluded.citations, standing = excluded.standing,
           status = 'open', status_reason = '', updated_at = $10, version = finding.version + 1
     returning id`,
    [
      tx.organizationId,
      newId(),
      place.assessmentId,
      place.source,
      place.sourceKey,
      draft.title,
      draft.detail,
      draft.citations,
      draft.standing,
      tx.now,
    ],
    'kept',
  );
  return row!.id;
}

export async function resolveFinding(tx: WriteTx, id: string, reason: string): Promise<void> {
  await tx.query(
    `update finding set status = 'resolved', status_reason = $3, updated_at = $4, version = version + 1
     where organization_id = $1 and id = $2`,
    [tx.organizationId, id, reason, tx.now],
    'kept',
  );
}
