import { t } from '~/messages';
import { dayText } from '~/ui/text/date-text';
import type { NextStep } from '~/ui/text/page-header';
import type { ChangeReview } from './words';

const CHANGES = '45 CFR 164.308(a)(8)';

/** What the law asks for next about what changed. */
export function reassessmentNextStep(review: ChangeReview): NextStep {
  const { signed, undecided, dueOn, isOverdue, citation } = review;
  if (!signed) {
    return {
      title: t('reassessment.nextFirstTitle'),
      text: t('reassessment.nextFirstText'),
      citation: '45 CFR 164.308(a)(1)(ii)(A)',
      href: '/assessments',
    };
  }
  if (undecided > 0 && dueOn) {
    return {
      title: isOverdue
        ? t('reassessment.nextLateTitle', { count: undecided })
        : t('reassessment.nextDecideTitle', { count: undecided }),
      text: t('reassessment.nextDecideText', { on: dayText(dueOn) }),
      citation,
      href: '/assessments/reviews',
    };
  }
  return {
    title: t('reassessment.nextFineTitle'),
    text: t('reassessment.nextFineText'),
    citation: CHANGES,
    href: null,
  };
}
