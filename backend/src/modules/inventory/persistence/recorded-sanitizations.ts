import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { storedFileName } from '../../../platform/files/stored-files.js';
import type { SanitizationFacts } from '../domain/sanitization.js';

/** How ePHI was removed from an asset, as other modules see it. */
export interface RecordedSanitization extends Omit<SanitizationFacts, 'doneBy' | 'verifiedBy'> {
  /** Person or company, as somebody wrote it: need not be a member. */
  sanitizer: string;
  verifier: string;
  tag: string;
  name: string;
  recordedBy: string;
  recordedAt: string;
  fileName: string | null;
  /** Of the certificate as it was given, in hexadecimal. */
  sha256: string | null;
}

interface Row extends Omit<RecordedSanitization, 'recordedAt' | 'fileName'> {
  recordedAt: Date;
  fileId: string | null;
  sealedName: Buffer | null;
}

/**
 * The records that count, the earliest first, of those made after this instant, or of all. One that a later record
 * put right does not count, and neither does a disposal whose asset turned out to be still there.
 */
export async function recordedSanitizations(
  tx: ReadTx,
  since: string | null,
): Promise<RecordedSanitization[]> {
  const rows = await tx.query<Row>(
    `select a.tag, a.name, z.purpose, z.method, z.not_needed_reason as "notNeededReason", z.done_on::text as "doneOn",
       z.done_by as sanitizer, z.given_to as "givenTo", z.verified_by as verifier, z.certificate, p.name as "recordedBy",
       z.recorded_at as "recordedAt", f.id as "fileId", f.name as "sealedName", encode(f.sha256, 'hex') as sha256
     from asset_sanitization z
     join asset a on a.organization_id = z.organization_id and a.id = z.asset_id
     join membership m on m.organization_id = z.organization_id and m.id = z.recorded_by
     join person p on p.id = m.person_id
     left join stored_file f on f.organization_id = z.organization_id and f.id = z.file_id
     where z.organization_id = $1 and ($2::timestamptz is null or z.recorded_at > $2)
       and (z.purpose = 'reuse' or a.lifecycle = 'disposed')
       and not exists (select 1 from asset_sanitization later
         where later.organization_id = z.organization_id and later.corrects = z.id)
     order by z.done_on, z.id`,
    [tx.organizationId, since],
  );
  return rows.map(({ fileId, sealedName, recordedAt, ...row }) => ({
    ...row,
    recordedAt: recordedAt.toISOString(),
    fileName: fileId === null ? null : storedFileName.open(tx, fileId, sealedName!),
  }));
}
