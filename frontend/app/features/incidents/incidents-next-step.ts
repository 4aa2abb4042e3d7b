import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { Incident } from './incident-words';

/** What the law asks for next, over all incidents. */
export function incidentsNextStep({ all, reported }: { all: number; reported: number }): NextStep {
  const citation = '45 CFR 164.308(a)(6)(ii)';
  if (all === 0)
    return { title: t('incidents.nextNoneTitle'), text: t('incidents.nextNoneText'), citation, href: null };
  if (reported > 0)
    return {
      title: t('incidents.nextTakeTitle', { count: reported }),
      text: t('incidents.nextTakeText'),
      citation,
      href: '/incidents?state=reported',
    };
  return { title: t('incidents.nextFineTitle'), text: t('incidents.nextFineText'), citation, href: null };
}

const CITATIONS: Partial<Record<Incident['state'], string>> = {
  reported: '45 CFR 164.404(a)(2)',
  assess: '45 CFR 164.402',
  notify: '45 CFR 164.404(b)',
  remediate: '45 CFR 164.308(a)(6)(ii)',
  closed: '45 CFR 164.530(j)',
};

/** What is next with one incident, by its state. */
export function incidentNextStep({ id, state }: Pick<Incident, 'id' | 'state'>): NextStep {
  const pages: Partial<Record<Incident['state'], string>> = {
    investigate: `/incidents/${id}/clocks`,
    assess: `/incidents/${id}/breach`,
    notify: `/incidents/${id}/clocks`,
  };
  return {
    title: t(`incidents.step_${state}`),
    text: t(`incidents.stepText_${state}`),
    citation: CITATIONS[state] ?? '45 CFR 164.308(a)(6)(ii)',
    href: pages[state] ?? null,
  };
}
