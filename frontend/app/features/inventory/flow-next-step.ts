import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

/** What the law asks for next, from the flows that are listed. */
export function flowNextStep(
  { all, concerned }: { all: number; concerned: number },
  mayWrite: boolean,
): NextStep {
  if (all === 0) {
    return {
      title: t('dataFlows.nextAddTitle'),
      text: t('dataFlows.nextAddText'),
      citation: '45 CFR 164.308(a)(1)(ii)(A)',
      href: mayWrite ? '/inventory/flows/new' : null,
    };
  }
  if (concerned > 0) {
    return {
      title: t('dataFlows.nextConcernsTitle', { count: concerned }),
      text: t('dataFlows.nextConcernsText'),
      citation: '45 CFR 164.312(e)(1)',
      href: '/inventory/flows?hasConcerns=true',
    };
  }
  return {
    title: t('dataFlows.nextFineTitle'),
    text: t('dataFlows.nextFineText'),
    citation: '45 CFR 164.308(a)(1)(ii)(A)',
    href: '/inventory/diagram',
  };
}
