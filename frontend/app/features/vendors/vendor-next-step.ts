import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import { isCovered, type Vendor } from './vendor-labels';

/** What the law asks for next, from how many vendors get ePHI without an agreement. */
export function vendorsNextStep(
  { all, needing }: { all: number; needing: number },
  mayWrite: boolean,
): NextStep {
  if (all === 0) {
    return {
      title: t('vendors.nextAddTitle'),
      text: t(mayWrite ? 'vendors.nextAddText' : 'vendors.nextAddReadText'),
      citation: '45 CFR 164.308(b)(1)',
      href: mayWrite ? '/vendors/new' : null,
    };
  }
  if (needing > 0) {
    return {
      title: t('vendors.nextAgreeTitle', { count: needing }),
      text: t('vendors.nextAgreeText'),
      citation: '45 CFR 164.502(e)',
      href: '/vendors?needsAgreement=true',
    };
  }
  return {
    title: t('vendors.nextFineTitle'),
    text: t('vendors.nextFineText'),
    citation: '45 CFR 164.308(b)(1)',
    href: null,
  };
}

type Facts = Pick<Vendor, 'agreement' | 'agreementEndsOn' | 'flows' | 'active'>;

/** What is next with one vendor; null once the work with them has ended and nothing flows. */
export function vendorNextStep(vendor: Facts, mayWrite: boolean): NextStep | null {
  const { agreement, flows, active } = vendor;
  const href = mayWrite ? '?edit' : null;
  if (flows === 0 && !active) return null;
  if (isCovered(agreement)) return stepOfCovered(vendor, href);
  if (flows === 0) {
    return {
      title: t('vendors.nextListFlowsTitle'),
      text: t('vendors.nextListFlowsText'),
      citation: '45 CFR 164.308(b)(1)',
      href: '#flows',
    };
  }
  if (agreement === 'expired') {
    return {
      title: t('vendors.nextRenewTitle'),
      text: t('vendors.nextRenewText'),
      citation: '45 CFR 164.504(e)',
      href,
    };
  }
  return {
    title: t('vendors.nextSignTitle'),
    text: t('vendors.nextSignText'),
    citation: '45 CFR 164.308(b)(1)',
    href,
  };
}

function stepOfCovered({ agreement, agreementEndsOn }: Facts, href: string | null): NextStep {
  if (agreement === 'not-required') {
    return {
      title: t('vendors.nextCheckTitle'),
      text: t('vendors.nextCheckText'),
      citation: '45 CFR 164.502(e)',
      href: null,
    };
  }
  if (agreementEndsOn) {
    return {
      title: t('vendors.nextEndsTitle'),
      text: t('vendors.nextEndsText'),
      citation: '45 CFR 164.504(e)',
      href,
    };
  }
  return {
    title: t('vendors.nextKeepTitle'),
    text: t('vendors.nextKeepText'),
    citation: '45 CFR 164.504(e)',
    href: null,
  };
}
