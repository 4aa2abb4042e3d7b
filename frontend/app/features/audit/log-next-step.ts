import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

type LastRun = Pick<
  NonNullable<Reply<'/api/v1/audit-events/verification', 'get'>['lastRun']>,
  'status' | 'faults'
>;

/** A log helps only who verifies and reads it. */
export function logNextStep(lastRun: LastRun | null): NextStep {
  if (lastRun?.faults.length) {
    return {
      title: t('nextSteps.auditFaultsTitle'),
      text: t('nextSteps.auditFaultsText'),
      citation: '45 CFR 164.308(a)(6)(ii)',
      href: '#seal',
    };
  }
  if (lastRun?.status !== 'done') {
    return {
      title: t('nextSteps.auditVerifyTitle'),
      text: t('nextSteps.auditVerifyText'),
      citation: '45 CFR 164.312(c)(1)',
      href: '#seal',
    };
  }
  return {
    title: t('nextSteps.auditReviewTitle'),
    text: t('nextSteps.auditReviewText'),
    citation: '45 CFR 164.308(a)(1)(ii)(D)',
    href: null,
  };
}
