import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

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
