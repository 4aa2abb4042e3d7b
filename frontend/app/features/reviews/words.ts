import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type ReviewableRecord = ItemOf<'/api/v1/record-reviews'>;
export type RecordReviews = Reply<'/api/v1/record-reviews/{id}', 'get'>;
export type Outcome = RecordReviews['reviews'][number]['outcome'];
export type Result = Reply<'/api/v1/record-reviews', 'post'>['items'][number]['result'];
type DueState = ReviewableRecord['dueState'];

export const TYPES = ['asset', 'data-flow', 'vendor', 'risk'] as const;
export const OUTCOMES = ['still-right', 'needs-change'] as const;
export const STATES = ['due', 'overdue', 'due-soon', 'not-due', 'needs-change', 'changed'] as const;
export const DUE_TONES: Record<DueState, Tone> = { overdue: 'bad', 'due-soon': 'warn', 'not-due': 'good' };

export const typeLabel = (type: ReviewableRecord['type']) => t(`recordReviews.type_${type}`);
export const stateLabel = (state: (typeof STATES)[number]) => t(`recordReviews.state_${state}`);
export const outcomeLabel = (outcome: Outcome) => t(`recordReviews.outcome_${outcome}`);

/** How somebody looked at it last: a rating says nothing of its own about the record. */
export function lookLabel({ outcome, source }: NonNullable<ReviewableRecord['lastReview']>): string {
  return source === 'review' ? outcomeLabel(outcome) : t(`recordReviews.source_${source}`);
}
