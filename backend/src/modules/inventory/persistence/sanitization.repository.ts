import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { storedFileName } from '../../../platform/files/stored-files.js';
import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import type { SanitizationFacts } from '../domain/sanitization.js';
import type { SanitizationView } from '../sanitization.schemas.js';

export interface SanitizationRow extends SanitizationFacts {
  id: string;
  assetId: string;
  fileId: string | null;
  fileName: Buffer | null;
  fileSize: string | null;
  fileHash: string | null;
  corrects: string | null;
  isCorrected: boolean;
  recordedBy: string;
  recordedAt: Date;
}

const SELECT = `select z.id, z.asset_id as "assetId", z.purpose, z.method, z.not_needed_reason as "notNeededReason",
    z.done_on::text as "doneOn", z.done_by as "doneBy", z.given_to as "givenTo", z.verified_by as "verifiedBy",
    z.certificate, z.file_id as "fileId", f.name as "fileName", f.size_bytes as "fileSize",
    encode(f.sha256, 'hex') as "fileHash", z.corrects, p.name as "recordedBy", z.recorded_at as "recordedAt",
    exists (select 1 from asset_sanitization later where later.organization_id = z.organization_id
      and later.corrects = z.id) as "isCorrected"
  from asset_sanitization z
  join membership m on m.organization_id = z.organization_id and m.id = z.recorded_by
  join person p on p.id = m.person_id
  left join stored_file f on f.organization_id = z.organization_id and f.id = z.file_id
  where z.organization_id = $1`;

/** Every record of an asset, the latest first, those that were put right included. */
export function sanitizationsOf(tx: ReadTx, assetId: string): Promise<SanitizationRow[]> {
  return tx.query<SanitizationRow>(`${SELECT} and z.asset_id = $2 order by z.id desc limit 100`, [
    tx.organizationId,
    assetId,
  ]);
}

export async function readSanitization(tx: ReadTx, id: string): Promise<SanitizationRow | undefined> {
  const [row] = await tx.query<SanitizationRow>(`${SELECT} and z.id = $2`, [tx.organizationId, id]);
  return row;
}

export async function hasDisposalRecord(tx: ReadTx, assetId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from asset_sanitization where organization_id = $1 and asset_id = $2 and purpose = 'disposal' limit 1`,
    [tx.organizationId, assetId],
  );
  return rows.length > 0;
}

export interface NewSanitization extends SanitizationFacts {
  assetId: string;
  fileId: string | null;
  corrects: string | null;
  recordedBy: string;
}

export async function addSanitization(tx: WriteTx, record: NewSanitization): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into asset_sanitization (organization_id, id, asset_id, purpose, method, not_needed_reason, done_on, done_by,
       given_to, verified_by, certificate, file_id, corrects, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.organizationId,
      id,
      record.assetId,
      record.purpose,
      record.method,
      record.notNeededReason,
      record.doneOn,
      record.doneBy,
      record.givenTo,
      record.verifiedBy,
      record.certificate,
      record.fileId,
      record.corrects,
      record.recordedBy,
      tx.now,
    ],
  );
  return id;
}

export function sanitizationView(tx: ReadTx, row: SanitizationRow): SanitizationView {
  const { fileId, fileName, fileSize, fileHash, recordedAt, ...facts } = row;
  const file =
    fileId === null
      ? null
      : { name: storedFileName.open(tx, fileId, fileName!), sizeBytes: Number(fileSize), sha256: fileHash! };
  return {
    ...facts,
    id: typedId('sanitization', row.id),
    assetId: typedId('asset', row.assetId),
    corrects: typedIdOrNull('sanitization', row.corrects),
    file,
    recordedAt: recordedAt.toISOString(),
  };
}
