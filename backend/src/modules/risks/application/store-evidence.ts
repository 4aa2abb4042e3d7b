import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { StoredFiles, type Upload } from '../../../platform/files/stored-files.js';
import { invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { EvidenceView } from '../evidence.schemas.js';
import { evidenceOfSubjects, type EvidenceSubject } from '../persistence/evidence.query.js';
import { insertEvidence } from '../persistence/evidence.repository.js';

export interface EvidenceEntry {
  title: string;
  note: string;
  upload: Upload | null;
}

/** Keeps what proves something: a file with the hash of its content, or words and links. Several files are several rows. */
@Injectable()
export class StoreEvidence {
  constructor(private readonly files: StoredFiles) {}

  /** The caller has made sure that the subject takes evidence now. */
  async within(
    tx: WriteTx,
    place: { subject: EvidenceSubject; subjectId: string; assessmentId: string },
    entry: EvidenceEntry,
  ): Promise<EvidenceView> {
    const { title, note, upload } = entry;
    if (!upload && note === '')
      throw invalidField('file', 'Choose a file, or write down where the proof is.', 'evidence.empty');
    const file = upload ? await this.files.store(tx, upload) : null;
    const id = await insertEvidence(tx, {
      ...place,
      title,
      note,
      fileId: file?.id ?? null,
      addedBy: currentMember().memberId,
    });
    tx.audit.record({
      action: 'evidence.added',
      target: { type: 'evidence', id },
      parent: { type: 'assessment', id: place.assessmentId },
      detail: { subjectType: place.subject, subjectId: place.subjectId, fileSha256: file?.sha256 ?? null },
    });
    return evidenceWithin(tx, place.subject, place.subjectId, id);
  }
}

export async function evidenceWithin(
  tx: WriteTx,
  subject: EvidenceSubject,
  subjectId: string,
  id: string,
): Promise<EvidenceView> {
  const all = (await evidenceOfSubjects(tx, subject, [subjectId])).get(subjectId) ?? [];
  const found = all.find((evidence) => evidence.id === typedId('evidence', id));
  if (!found) throw notFound('evidence');
  return found;
}
