import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';

export const FINDING_SOURCES = ['answer', 'data-flow', 'scan', 'manual'] as const;
export type FindingSource = (typeof FINDING_SOURCES)[number];
export const FINDING_STATUSES = ['open', 'dismissed', 'resolved'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];
/** What is missing, what is there in part, what nobody knows. */
export const FINDING_STANDINGS = ['gap', 'partial', 'unknown'] as const;
export type FindingStanding = (typeof FINDING_STANDINGS)[number];

export interface FindingDraft {
  /** Of a data flow it begins with the flow's name, and says nothing else that the detail does not. */
  title: string;
  isNamedAfterRecord?: boolean;
  detail: string;
  citations: readonly string[];
  standing: FindingStanding;
}

export interface KnownFinding {
  status: FindingStatus;
  standing: FindingStanding;
  title: string;
  detail: string;
  /** What it was raised about was brought in by mistake and is gone, and nothing was built on it. */
  isBaseless?: boolean;
}

export type FindingUpkeep = 'open' | 'update' | 'reopen' | 'rename' | 'resolve' | 'withdraw' | 'leave';

/**
 * What becomes of a finding when its source is looked at again. Somebody's dismissal holds as long as what they
 * dismissed stays the same; after that it is a finding again. What an undone import had raised goes with it,
 * but for what somebody dismissed with a reason.
 */
export function upkeepOf(known: KnownFinding | null, wanted: FindingDraft | null): FindingUpkeep {
  if (!wanted && known?.isBaseless) return known.status === 'dismissed' ? 'leave' : 'withdraw';
  if (!wanted) return known && known.status !== 'resolved' ? 'resolve' : 'leave';
  if (!known) return 'open';
  if (known.status === 'resolved') return 'reopen';
  const isSame = known.standing === wanted.standing && known.detail === wanted.detail;
  if (isSame && known.title === wanted.title) return 'leave';
  // Another name is no other concern: what somebody dismissed with a reason stays dismissed with it.
  if (known.status === 'dismissed') return isSame && wanted.isNamedAfterRecord ? 'rename' : 'reopen';
  return 'update';
}

const SHORTEST_REASON = 3;
const MENDED_BY: Record<Exclude<FindingSource, 'manual'>, string> = {
  answer: 'Change the answer when it is mended',
  'data-flow': 'Change the data flow when it is mended',
  scan: 'Close the vulnerabilities when they are mended',
};

/** A person's own decision about a finding. What an answer or a flow raised is resolved by mending that, not by hand. */
export function refuseDecision(
  source: FindingSource,
  from: FindingStatus,
  to: FindingStatus,
  reason: string,
): void {
  if (to !== 'open' && reason.trim().length < SHORTEST_REASON) {
    throw invalidField('reason', 'Write down why, in a few words.', 'finding.reason-missing');
  }
  if (to === 'resolved' && source !== 'manual') {
    const where = MENDED_BY[source];
    throw new DomainError(
      'finding.resolved-by-source',
      'conflict',
      `${where}: the finding then closes by itself. Or dismiss it with your reason.`,
    );
  }
  if (from === to && to === 'open')
    throw new DomainError('finding.is-open', 'conflict', 'This finding is open already.');
}
