import type { NextStep } from '~/ui/text/page-header';
import type { Assessment } from './use-assessment';

/** The assessment's next step as its pages say it: a link only for who may take the step. */
export function stepOnPage({
  nextStep,
  status,
  allowedActions,
}: Pick<Assessment, 'nextStep' | 'status' | 'allowedActions'>): NextStep {
  const isOnlyRead = status === 'draft' && !allowedActions.includes('answer');
  return isOnlyRead ? { ...nextStep, href: null } : nextStep;
}
