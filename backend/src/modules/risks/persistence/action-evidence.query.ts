import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ActionView } from '../action.schemas.js';

const evidenceNote = encryptedColumn('evidence', 'note');
const fileName = encryptedColumn('stored_file', 'name');

interface Row {
  id: string;
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
}

/** The evidence of an action, the oldest first; what was withdrawn stays, with its reason. */
export async function evidenceOf(tx: ReadTx, actionId: string): Promise<ActionView['evidence']> {
  const rows = await tx.query<Row>(
    `select e.id, e.title, e.note, e.added_at, e.withdrawn_at, e.withdrawn_reason, m.id as member_id, p.name as member_name,
       f.id as file_id, f.name as file_name, f.media_type, f.size_bytes, f.sha256
     from evidence e
     join membership m on m.organization_id = e.organization_id and m.id = e.added_by
     join person p on p.id = m.person_id
     left join stored_file f on f.organization_id = e.organization_id and f.id = e.file_id
     where e.organization_id = $1 and e.subject_type = 'remediation-action' and e.subject_id = $2 order by e.id`,
    [tx.organizationId, actionId],
  );
  return rows.map((row) => ({
    id: typedId('evidence', row.id),
    title: row.title,
    note: evidenceNote.openOrNull(tx, row.id, row.note) ?? '',
    file: row.file_id ? fileOf(tx, row, row.file_id) : null,
    addedBy: { id: typedId('member', row.member_id), name: row.member_name },
    addedAt: row.added_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnReason: row.withdrawn_reason ?? '',
  }));
}

function fileOf(tx: ReadTx, row: Row, fileId: string): NonNullable<ActionView['evidence'][number]['file']> {
  return {
    name: fileName.openOrNull(tx, fileId, row.file_name) ?? '',
    mediaType: row.media_type ?? '',
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256?.toString('hex') ?? '',
  };
}
