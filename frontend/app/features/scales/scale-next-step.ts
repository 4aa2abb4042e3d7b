import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

/** Choose how to rate before rating; a proposal waits for another person; then keep to one scale. */
export function scalesNextStep({ all, waiting }: { all: number; waiting: number }): NextStep {
  const citation = t('scales.citation');
  if (waiting > 0)
    return {
      title: t('scales.nextWaitTitle', { count: waiting }),
      text: t('scales.nextWaitText'),
      citation,
      href: null,
    };
  return all === 0
    ? { title: t('scales.nextFirstTitle'), text: t('scales.nextFirstText'), citation, href: '/method#scales' }
    : { title: t('scales.nextUseTitle'), text: t('scales.nextUseText'), citation, href: null };
}
