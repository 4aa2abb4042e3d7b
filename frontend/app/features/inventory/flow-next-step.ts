import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import { concernLabel, type DataFlow } from './flow-labels';

/** What the law asks for next, from the flows that are listed. */
export function flowsNextStep(
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

type Facts = Pick<DataFlow, 'active' | 'concerns'>;

/** What is next for one flow: its gravest concern; null where it has ended, for then nothing is. */
export function flowNextStep({ active, concerns }: Facts, mayWrite: boolean): NextStep | null {
  if (!active) return null;
  const [gravest] = concerns.toSorted(
    (a, b) => Number(b.severity === 'high') - Number(a.severity === 'high'),
  );
  if (gravest) {
    return {
      title: t('nextSteps.flowMendTitle', { concern: concernLabel(gravest.kind).toLowerCase() }),
      text: t('nextSteps.flowMendText'),
      citation: gravest.citations[0] ?? null,
      href: mayWrite ? '?edit' : null,
    };
  }
  return {
    title: t('nextSteps.flowKeepTitle'),
    text: t('nextSteps.flowKeepText'),
    citation: '45 CFR 164.316(b)(2)(iii)',
    href: null,
  };
}
