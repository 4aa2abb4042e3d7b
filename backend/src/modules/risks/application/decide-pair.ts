import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { deleteDismissals, insertDismissals } from '../persistence/proposal-decision.repository.js';
import type { NamedSubject } from '../persistence/proposal-subjects.query.js';
import type { PairOutcome, PairRequest } from '../proposal.schemas.js';
import { DecideTogether } from './decide-together.js';

/** Turns a pair down for all that a filter leaves, or takes that back: each has its own record of it. */
@Injectable()
export class DecidePair {
  constructor(private readonly together: DecideTogether) {}

  /** Turns it down wherever it is still open. */
  dismiss(assessmentId: string, pairId: string, { reason, ...asked }: PairRequest): Promise<PairOutcome> {
    return this.together.execute({ assessmentId, pairId, asked }, 'dismissed', async (tx, subjects) => {
      const pairs = subjects.map(({ id: subjectId }) => ({ pairId, subjectId }));
      await insertDismissals(tx, assessmentId, pairs, reason, currentMember().memberId);
      record(tx, 'proposal.dismissed', assessmentId, pairId, subjects);
    });
  }

  /** Puts it before the people again wherever it was turned down. */
  restore(assessmentId: string, pairId: string, asked: Omit<PairRequest, 'reason'>): Promise<PairOutcome> {
    return this.together.execute({ assessmentId, pairId, asked }, 'restored', async (tx, subjects) => {
      const ids = subjects.map(({ id }) => id);
      await deleteDismissals(tx, assessmentId, pairId, ids);
      record(tx, 'proposal.restored', assessmentId, pairId, subjects);
    });
  }
}

function record(
  tx: WriteTx,
  action: 'proposal.dismissed' | 'proposal.restored',
  assessmentId: string,
  pairId: string,
  subjects: readonly NamedSubject[],
): void {
  for (const { type, id } of subjects)
    tx.audit.record({
      action,
      target: { type: 'assessment', id: assessmentId },
      detail: { pairId, subjectType: type, subjectId: id },
    });
}
