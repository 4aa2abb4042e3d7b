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

/**
 * Its data flow is no longer in the inventory, which only the undoing of an import brings about, and neither a risk nor an
 * action goes by it.
 */
const IS_BASELESS = `(f.source = 'data-flow'
  and not exists (select 1 from data_flow d where d.organization_id = $1 and d.id = split_part(f.source_key, ':', 1)::uuid)
  and not exists (select 1 from risk r where r.organization_id = $1 and r.finding_id = f.id)
  and not exists (select 1 from remediation_action t where t.organization_id = $1 and t.finding_id = f.id))`;

export function findingsOfSource(
  tx: ReadTx,
  assessmentId: string,
  source: FindingSource,
): Promise<StoredFinding[]> {
  return tx.query<StoredFinding>(
    `select f.id, f.source_key as "sourceKey", f.status, f.standing, f.title, f.detail, ${IS_BASELESS} as "isBaseless"
     from finding f where f.organization_id = $1 and f.assessment_id = $2 and f.source = $3`,
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

export interface FindingToOpen {
  sourceKey: string;
  draft: FindingDraft;
}

const MOST_AT_ONCE = 1_000;

/** Enters many findings of one source, and answers their ids by key: an import of flows can raise thousands. */
export async function openFindings(
  tx: WriteTx,
  { assessmentId, source }: Omit<FindingPlace, 'sourceKey'>,
  opened: readonly FindingToOpen[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let start = 0; start < opened.length; start += MOST_AT_ONCE) {
    const piece = opened.slice(start, start + MOST_AT_ONCE);
    const rows = await tx.query<{ id: string; sourceKey: string }>(
      `insert into finding (organization_id, id, assessment_id, source, source_key, title, detail, citations, standing)
       select $1, n.id, $2, $3, n."sourceKey", n.title, n.detail, n.citations, n.standing
       from jsonb_to_recordset($4::jsonb) as n (id uuid, "sourceKey" text, title text, detail text, citations text[], standing text)
       returning id, source_key as "sourceKey"`,
      [
        tx.organizationId,
        assessmentId,
        source,
        JSON.stringify(piece.map(({ sourceKey, draft }) => ({ id: newId(), sourceKey, ...draft }))),
      ],
    );
    for (const { id, sourceKey } of rows) ids.set(sourceKey, id);
  }
  return ids;
}

/** What it is about is called otherwise; everything else stays, also what somebody decided. */
export async function renameFinding(tx: WriteTx, id: string, title: string): Promise<void> {
  await tx.query(
    `update finding set title = $3, updated_at = $4, version = version + 1 where organization_id = $1 and id = $2`,
    [tx.organizationId, id, title, tx.now],
  );
}

export async function resolveFinding(tx: WriteTx, id: string, reason: string): Promise<void> {
  await tx.query(
    `update finding set status = 'resolved', status_reason = $3, updated_at = $4, version = version + 1
     where organization_id = $1 and id = $2`,
    [tx.organizationId, id, reason, tx.now],
    'kept',
  );
}

/** Takes findings back as if they had never been raised; the log, and lists of a past day, still tell of them. */
export async function withdrawFindings(tx: WriteTx, ids: readonly string[]): Promise<void> {
  await tx.query('delete from finding where organization_id = $1 and id = any ($2::uuid[])', [
    tx.organizationId,
    ids,
  ]);
}
