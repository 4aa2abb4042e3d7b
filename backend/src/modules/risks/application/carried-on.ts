import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { AssessmentPins } from '../persistence/assessment-pins.js';
import { carriedOnTo } from '../persistence/carried-risk.query.js';

/** Once its register has moved on, a signed analysis takes no open risk and no action any more: nobody would see to them. */
export async function refuseCarriedOn(
  tx: WriteTx,
  { id, status }: Pick<AssessmentPins, 'id' | 'status'>,
  what: 'risk' | 'action' = 'risk',
): Promise<void> {
  const next = status === 'signed' ? await carriedOnTo(tx, id) : null;
  if (next) {
    throw new DomainError(
      'assessment.carried-on',
      'conflict',
      `The register of this analysis was carried on into “${next.title}”. Add the ${what} there.`,
    );
  }
}
