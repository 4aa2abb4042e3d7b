import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { Vulnerability } from './labels';

const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';
/** To bring risks down to what is reasonable. */
const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

export interface VulnerabilityCounts {
  all: number;
  openCritical: number;
  openHigh: number;
}

export function vulnerabilitiesNextStep(
  { all, openCritical, openHigh }: VulnerabilityCounts,
  mayWrite: boolean,
): NextStep {
  if (all === 0) {
    return {
      title: t('vulnerabilities.nextBringTitle'),
      text: t('vulnerabilities.nextBringText'),
      citation: ANALYSIS,
      href: mayWrite ? '/inventory/scans' : null,
    };
  }
  if (openCritical > 0) {
    return {
      title: t('vulnerabilities.nextFixTitle', { count: openCritical }),
      text: t('vulnerabilities.nextFixText'),
      citation: MANAGEMENT,
      href: '/inventory/vulnerabilities?severity=critical&status=open',
    };
  }
  if (openHigh > 0) {
    return {
      title: t('vulnerabilities.nextHighTitle', { count: openHigh }),
      text: t('vulnerabilities.nextHighText'),
      citation: MANAGEMENT,
      href: '/inventory/vulnerabilities?severity=high&status=open',
    };
  }
  return {
    title: t('vulnerabilities.nextAgainTitle'),
    text: t('vulnerabilities.nextAgainText'),
    citation: ANALYSIS,
    href: mayWrite ? '/inventory/scans' : null,
  };
}

export function vulnerabilityNextStep({ status }: Vulnerability, mayWrite: boolean): NextStep | null {
  if (status !== 'open' || !mayWrite) return null;
  return {
    title: t('vulnerabilities.nextDecideTitle'),
    text: t('vulnerabilities.nextDecideText'),
    citation: MANAGEMENT,
    href: '#decide',
  };
}
