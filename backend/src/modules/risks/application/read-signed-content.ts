import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { findSnapshot, type KeptSnapshot } from '../persistence/snapshot.repository.js';
import { DamagedSnapshots } from './damaged-snapshots.js';
import { signedText } from './signed-content.js';

export interface SignedFile {
  fileName: string;
  /** SHA-256 over its bytes is the fingerprint under the signature. */
  text: string;
}

/** What was signed, byte for byte: whoever has the file can check the fingerprint without this product. */
@Injectable()
export class ReadSignedContent {
  constructor(
    private readonly db: TenantDb,
    private readonly damaged: DamagedSnapshots,
  ) {}

  async execute(assessmentId: string): Promise<SignedFile> {
    const { exportPurpose: purpose } = currentContext();
    const { snapshot, text } = await this.db.write(async (tx) => {
      await assessmentPins(tx, assessmentId);
      const snapshot = await findSnapshot(tx, assessmentId);
      if (!snapshot) throw notSigned();
      const text = signedText(snapshot);
      tx.audit.record({
        action: 'report.exported',
        target: { type: 'assessment', id: assessmentId },
        ...(text === null && { outcome: 'failed' as const, reasonCode: 'assessment.snapshot-damaged' }),
        detail: { assessmentId, signed: true, document: 'signed-content', ...(purpose && { purpose }) },
      });
      return { snapshot, text };
    });
    if (text === null) return this.damaged.refuse(assessmentId, snapshot.id);
    return { fileName: fileNameOf(snapshot), text };
  }
}

function fileNameOf({ contentHash }: KeptSnapshot): string {
  return `signed-analysis-${contentHash.slice(0, 12)}.json`;
}

function notSigned(): DomainError {
  return new DomainError(
    'assessment.not-signed',
    'conflict',
    'Nothing is signed yet: there is no content that a fingerprint was taken of.',
  );
}
