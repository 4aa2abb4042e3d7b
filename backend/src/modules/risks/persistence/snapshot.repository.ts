import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { SignedFigures } from '../domain/signed-figures.js';

const content = encryptedColumn('assessment_snapshot', 'content');

export interface SnapshotToKeep {
  id: string;
  assessmentId: string;
  /** Canonical JSON. */
  text: string;
  contentHash: string;
  preparedBy: string;
  submittedBy: string;
  approvedBy: string;
  approvedOn: string;
  statement: string;
  figures: SignedFigures;
}

/** Rows are only ever added: the database gives nobody the right to change one. */
export async function insertSnapshot(tx: WriteTx, snapshot: SnapshotToKeep): Promise<void> {
  await tx.query(
    `insert into assessment_snapshot (organization_id, id, assessment_id, content, content_hash, prepared_by, submitted_by,
       approved_by, approved_at, approved_on, statement, figures)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.organizationId,
      snapshot.id,
      snapshot.assessmentId,
      content.seal(tx, snapshot.id, snapshot.text),
      snapshot.contentHash,
      snapshot.preparedBy,
      snapshot.submittedBy,
      snapshot.approvedBy,
      tx.now,
      snapshot.approvedOn,
      snapshot.statement,
      JSON.stringify(snapshot.figures),
    ],
  );
}

export interface KeptSnapshot {
  id: string;
  contentHash: string;
  /** Opens the content; throws when a bit of it, or the place where it lies, is another than when it was sealed. */
  open(): string;
}

export async function findSnapshot(tx: ReadTx, assessmentId: string): Promise<KeptSnapshot | null> {
  const [row] = await tx.query<{ id: string; content: Buffer; content_hash: string }>(
    'select id, content, content_hash from assessment_snapshot where organization_id = $1 and assessment_id = $2',
    [tx.organizationId, assessmentId],
  );
  return row
    ? { id: row.id, contentHash: row.content_hash, open: () => content.open(tx, row.id, row.content) }
    : null;
}

/** Null where nothing was signed, and for what was signed before figures were kept. */
export async function keptFigures(tx: ReadTx, assessmentId: string): Promise<SignedFigures | null> {
  const [row] = await tx.query<{ figures: SignedFigures | null }>(
    'select figures from assessment_snapshot where organization_id = $1 and assessment_id = $2',
    [tx.organizationId, assessmentId],
  );
  return row?.figures ?? null;
}
