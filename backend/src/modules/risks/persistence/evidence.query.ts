import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { storedFileName } from '../../../platform/files/stored-files.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { EvidenceView } from '../evidence.schemas.js';

export const evidenceNote = encryptedColumn('evidence', 'note');

export type EvidenceSubject = 'answer' | 'addressable-decision' | 'remediation-action';

interface Row {
  id: string;
  subject_id: string;
  title: string;
  note: Buffer | null;
  added_at: Date;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
  member_id: string;
  member_name: string;
  file_id: string | null;
  file_name: Buffer | null;
  media_type: string | null;
  size_bytes: string | null;
  sha256: Buffer | null;
  carried_from: string | null;
}

/** SQL: the title of the analysis that a piece of evidence `e` was confirmed from. */
export const CARRIED_FROM = `(select a.title from evidence c join assessment a on a.organization_id = c.organization_id and a.id = c.assessment_id
  where c.organization_id = e.organization_id and c.id = e.carried_from)`;

/** The evidence of each subject, the oldest first; what was withdrawn stays, with its reason. */
export async function evidenceOfSubjects(
  tx: ReadTx,
  subject: EvidenceSubject,
  ids: readonly string[],
): Promise<Map<string, EvidenceView[]>> {
  const bySubject = new Map<string, EvidenceView[]>();
  if (ids.length === 0) return bySubject;
  const rows = await tx.query<Row>(
    `select e.id, e.subject_id, e.title, e.note, e.added_at, e.withdrawn_at, e.withdrawn_reason, m.id as member_id, p.name as member_name,
       f.id as file_id, f.name as file_name, f.media_type, f.size_bytes, f.sha256, ${CARRIED_FROM} as carried_from
     from evidence e
     join membership m on m.organization_id = e.organization_id and m.id = e.added_by
     join person p on p.id = m.person_id
     left join stored_file f on f.organization_id = e.organization_id and f.id = e.file_id
     where e.organization_id = $1 and e.subject_type = $2 and e.subject_id = any($3) order by e.id`,
    [tx.organizationId, subject, ids],
  );
  for (const row of rows) {
    const list = bySubject.get(row.subject_id) ?? [];
    bySubject.set(row.subject_id, [...list, view(tx, row)]);
  }
  return bySubject;
}

function view(tx: ReadTx, row: Row): EvidenceView {
  return {
    id: typedId('evidence', row.id),
    title: row.title,
    note: evidenceNote.openOrNull(tx, row.id, row.note) ?? '',
    file: row.file_id
      ? {
          name: storedFileName.openOrNull(tx, row.file_id, row.file_name) ?? '',
          mediaType: row.media_type ?? '',
          sizeBytes: Number(row.size_bytes),
          sha256: row.sha256?.toString('hex') ?? '',
        }
      : null,
    addedBy: { id: typedId('member', row.member_id), name: row.member_name },
    addedAt: row.added_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnReason: row.withdrawn_reason ?? '',
    carriedFrom: row.carried_from,
  };
}
