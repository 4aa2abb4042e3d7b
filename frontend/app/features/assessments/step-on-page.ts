import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { Assessment } from './use-assessment';

type Shown = Pick<Assessment, 'id' | 'nextStep' | 'status' | 'allowedActions' | 'followedBy'>;

/** The assessment's next step as its pages say it: a link only for who may take the step. */
export function stepOnPage(assessment: Shown, mayBegin: boolean): NextStep {
  const { nextStep, status, allowedActions } = assessment;
  if (status === 'signed') return { ...nextStep, also: afterIt(assessment, mayBegin) };
  const isOnlyRead = status === 'draft' && !allowedActions.includes('answer');
  return isOnlyRead ? { ...nextStep, href: null } : nextStep;
}

/** The analysis that follows a signed one, or the way to begin it. */
function afterIt({ id, followedBy, nextStep }: Shown, mayBegin: boolean): NextStep['also'] {
  if (!followedBy) return mayBegin ? beginNextYear(id) : null;
  const href = `/assessments/${followedBy.id}`;
  return nextStep.href === href ? null : { label: t('assessments.followedBy', followedBy), href };
}

export function beginNextYear(id: string): { label: string; href: string } {
  return { label: t('assessments.beginNextYear'), href: `/assessments/new?follows=${id}` };
}
