import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import type {
  Conclusion,
  DeterminationContent,
  StandingDetermination,
} from '../domain/determination/determination.js';

export const determinationContent = encryptedColumn('breach_determination', 'content');
export const signedContent = encryptedColumn('determination_signature', 'content');

export type DeterminationStatus = 'draft' | 'signed' | 'countersigned' | 'superseded';

export interface DeterminationRow {
  id: string;
  number: number;
  status: DeterminationStatus;
  content: DeterminationContent;
  contentHash: string | null;
  conclusion: Conclusion | null;
  signedBy: string | null;
  signedAt: Date | null;
  countersignedBy: string | null;
  countersignedAt: Date | null;
  supersedesId: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

type Sealed = Omit<DeterminationRow, 'content'> & { content: Buffer };
const COLUMNS = `id, number, status, content, content_hash as "contentHash", conclusion, signed_by as "signedBy", signed_at as "signedAt",
  countersigned_by as "countersignedBy", countersigned_at as "countersignedAt", supersedes_id as "supersedesId",
  created_at as "createdAt", updated_at as "updatedAt", version`;

export async function determinationsOfIncident(tx: ReadTx, incidentId: string): Promise<DeterminationRow[]> {
  const rows = await tx.query<Sealed>(
    `select ${COLUMNS} from breach_determination where organization_id = $1 and incident_id = $2 order by number`,
    [tx.organizationId, incidentId],
  );
  return rows.map((row) => opened(tx, row));
}

/** What two people have decided and nobody has decided anew. */
export function standingOf(rows: readonly DeterminationRow[]): StandingDetermination[] {
  return rows
    .filter(({ status }) => status === 'countersigned')
    .map(({ conclusion, content }) => ({ conclusion: conclusion!, coversEveryone: content.coversEveryone }));
}

export async function addDetermination(
  tx: WriteTx,
  incidentId: string,
  content: DeterminationContent,
  supersedesId: string | null,
): Promise<{ id: string; number: number }> {
  const id = newId();
  const [made] = await tx.query<{ number: number }>(
    `insert into breach_determination (organization_id, id, incident_id, number, content, individuals, supersedes_id, created_at, updated_at)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $7
     from breach_determination where organization_id = $1 and incident_id = $3 returning number`,
    [
      tx.organizationId,
      id,
      incidentId,
      determinationContent.seal(tx, id, JSON.stringify(content)),
      content.individuals,
      supersedesId,
      tx.now,
    ],
  );
  return { id, number: made!.number };
}

/** Held until the transaction ends, and as the person saw it. */
export async function holdDetermination(
  tx: WriteTx,
  incidentId: string,
  id: string,
  version: number,
): Promise<DeterminationRow> {
  const [row] = await tx.query<Sealed>(
    `select ${COLUMNS} from breach_determination where organization_id = $1 and incident_id = $2 and id = $3 for update`,
    [tx.organizationId, incidentId, id],
  );
  if (!row) throw notFound('determination');
  if (row.version !== version) throw stale('determination');
  return opened(tx, row);
}

export async function saveDetermination(tx: WriteTx, row: DeterminationRow): Promise<void> {
  await tx.query(
    `update breach_determination set status = $3, individuals = $4, conclusion = $5, content = $6, content_hash = $7, signed_by = $8,
       signed_at = $9, countersigned_by = $10, countersigned_at = $11, updated_at = $12, version = version + 1
     where organization_id = $1 and id = $2`,
    [
      tx.organizationId,
      row.id,
      row.status,
      row.content.individuals,
      row.status === 'draft' ? null : row.conclusion,
      determinationContent.seal(tx, row.id, JSON.stringify(row.content)),
      row.contentHash,
      row.signedBy,
      row.signedAt,
      row.countersignedBy,
      row.countersignedAt,
      tx.now,
    ],
  );
}

export interface NewSignature {
  determinationId: string;
  part: 'decides' | 'countersigns' | 'returns';
  /** Exactly what was signed. */
  content: string;
  contentHash: string;
  reason: string;
  signedBy: string;
}

/** Added and never changed: whatever becomes of the draft, what was signed stays. 164.414(b), 164.530(j) */
export async function addSignature(tx: WriteTx, signature: NewSignature): Promise<void> {
  const id = newId();
  await tx.query(
    `insert into determination_signature (organization_id, id, determination_id, part, content, content_hash, reason, signed_by, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.organizationId,
      id,
      signature.determinationId,
      signature.part,
      signedContent.seal(tx, id, signature.content),
      signature.contentHash,
      signature.reason,
      signature.signedBy,
      tx.now,
    ],
  );
}

function opened(tx: ReadTx, row: Sealed): DeterminationRow {
  return {
    ...row,
    content: JSON.parse(determinationContent.open(tx, row.id, row.content)) as DeterminationContent,
  };
}
