import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { RecordReviews } from './words';

const PERIODIC_REVIEW = '45 CFR 164.308(a)(8), 164.316(b)(2)(iii)';
export const DUE_RECORDS = '/reviews?state=due';

/** What the law asks for next: a look at what nobody looked at for a year. */
export function reviewsNextStep(due: number): NextStep {
  if (due > 0)
    return {
      title: t('recordReviews.nextDueTitle', { count: due }),
      text: t('recordReviews.nextDueText'),
      citation: PERIODIC_REVIEW,
      href: DUE_RECORDS,
    };
  return {
    title: t('recordReviews.nextFineTitle'),
    text: t('recordReviews.nextFineText'),
    citation: PERIODIC_REVIEW,
    href: null,
  };
}

/** Where nothing else is to be done about a record: what its last review found, or its yearly review once it is due. */
export function orItsReview<Step extends NextStep | null>(
  step: Step,
  record: RecordReviews | null,
): Step | NextStep {
  if (!step || step.href !== null || !record?.mayReview) return step;
  const href = '#yearly-review';
  const { lastReview, changedSince, dueState, citation } = record;
  if (lastReview?.outcome === 'needs-change' && !changedSince)
    return {
      title: t('recordReviews.nextChangeTitle'),
      text: t('recordReviews.nextChangeText'),
      citation,
      href,
    };
  if (dueState === 'not-due') return step;
  return {
    title: t('recordReviews.nextReviewTitle'),
    text: t('recordReviews.nextReviewText'),
    citation,
    href,
  };
}
