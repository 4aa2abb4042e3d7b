import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { mayAddEvidence, mayWork } from '../domain/action-transitions.js';
import type { EvidenceView } from '../evidence.schemas.js';
import { findAction } from '../persistence/remediation-action.repository.js';
import { registerViewer } from './register-viewer.js';
import { StoreEvidence, type EvidenceEntry } from './store-evidence.js';
import { notYours } from './work-context.js';

/** What proves that an action was done: by its owner, or by who plans. */
@Injectable()
export class AddActionEvidence {
  constructor(
    private readonly db: TenantDb,
    private readonly store: StoreEvidence,
  ) {}

  execute(actionId: string, entry: EvidenceEntry): Promise<EvidenceView> {
    return this.db.write(async (tx) => {
      const viewer = registerViewer();
      const action = await findAction(tx, actionId);
      if (!action || (!viewer.seesAll && action.ownerId !== viewer.memberId)) throw notFound('action');
      if (!mayWork(action, viewer)) throw notYours();
      if (!mayAddEvidence(action.status)) {
        throw new DomainError(
          'action.settled',
          'conflict',
          `This action is ${action.status}. Reopen it to add evidence.`,
        );
      }
      return this.store.within(
        tx,
        { subject: 'remediation-action', subjectId: actionId, assessmentId: action.assessmentId },
        entry,
      );
    });
  }
}
