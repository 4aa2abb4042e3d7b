import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ReviewResults, ReviewRisksRequest } from '../carried-risk.schemas.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import { reviewRefusal } from '../domain/carried-risk.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import {
  holdRisksToReview,
  saveReviews,
  touchRisks,
  type RiskToReview,
} from '../persistence/carried-risk.repository.js';
import type { RiskView } from '../risk.schemas.js';
import { ShowRisk } from './show-risk.js';

type Result = ReviewResults['items'][number]['result'];

/**
 * Says of risks that came from an earlier analysis why their rating still holds. A mere date is no review: 45 CFR
 * 164.306(e) and 164.316(b)(2)(iii) ask for a look at what changed.
 */
@Injectable()
export class ReviewRisks {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowRisk,
  ) {}

  confirm(id: string, version: number, reason: string): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const { results } = await review(tx, [{ id, version }], reason);
      const result = results.get(id)!;
      if (result !== 'confirmed') throw refused(result);
      return this.show.within(tx, id);
    });
  }

  /** Several with one reason. What cannot be confirmed is named and left as it is; the others are confirmed. */
  confirmMany({ risks, reason }: ReviewRisksRequest): Promise<ReviewResults> {
    return this.db.write(async (tx) => {
      const { results, numbers } = await review(tx, risks, reason);
      const confirmed = [...results.values()].filter((result) => result === 'confirmed').length;
      if (confirmed === 0) throw refused(results.values().next().value!);
      return {
        items: [...results].map(([id, result]) => ({
          id: typedId('risk', id),
          number: numbers.get(id) ?? null,
          result,
        })),
        confirmed,
      };
    });
  }
}

async function review(
  tx: WriteTx,
  asked: readonly { id: string; version: number }[],
  reason: string,
): Promise<{ results: Map<string, Result>; numbers: Map<string, number> }> {
  const found = new Map(
    (
      await holdRisksToReview(
        tx,
        asked.map(({ id }) => id),
      )
    ).map((risk) => [risk.id, risk]),
  );
  const statuses = await statusesOf(tx, [...found.values()]);
  const results = new Map(asked.map(({ id, version }) => [id, resultOf(found.get(id), version, statuses)]));
  const confirmed = [...found.values()].filter(({ id }) => results.get(id) === 'confirmed');
  const ids = confirmed.map(({ id }) => id);
  await saveReviews(tx, ids, { outcome: 'confirmed', reason, by: currentMember().memberId });
  await touchRisks(tx, ids);
  for (const { id, assessmentId } of confirmed) {
    tx.audit.record({
      action: 'risk.reviewed',
      target: { type: 'risk', id },
      parent: { type: 'assessment', id: assessmentId },
      detail: { outcome: 'confirmed' },
    });
  }
  return { results, numbers: new Map([...found.values()].map(({ id, number }) => [id, number])) };
}

/** Of the analyses that they are in: a handful, mostly one; they stay as they are until this transaction ends. */
async function statusesOf(
  tx: WriteTx,
  risks: readonly RiskToReview[],
): Promise<ReadonlyMap<string, AssessmentStatus>> {
  const statuses = new Map<string, AssessmentStatus>();
  for (const id of [...new Set(risks.map(({ assessmentId }) => assessmentId))].sort())
    statuses.set(id, (await assessmentPins(tx, id, 'keep')).status);
  return statuses;
}

function resultOf(
  risk: RiskToReview | undefined,
  version: number,
  statuses: ReadonlyMap<string, AssessmentStatus>,
): Result {
  if (!risk) return 'not-found';
  if (risk.version !== version) return 'changed-meanwhile';
  return (
    reviewRefusal({ ...risk, assessmentStatus: statuses.get(risk.assessmentId)! }) ?? ('confirmed' as const)
  );
}

const REFUSALS = {
  'nothing-to-review':
    'Nothing waits to be reviewed here: it was found in this analysis, is reviewed already, or is closed.',
  'not-in-work':
    'The analysis is not in work now. Reviews belong to its draft: ask for its return, or begin the next one.',
  'not-rated': 'It has no rating that could be confirmed. Rate it anew; that is its review.',
} as const;

function refused(result: Result): DomainError {
  if (result === 'not-found') return notFound('risk');
  if (result === 'changed-meanwhile') return stale('risk');
  if (result === 'confirmed') throw new Error('what is confirmed is not refused');
  return new DomainError(`risk.${result}`, 'conflict', REFUSALS[result]);
}
