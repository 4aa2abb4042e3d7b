import type { NextStep } from '~/ui/text/page-header';
import type { Assessment } from './use-assessment';

/** The assessment's next step as a page of it says it: a link only where it leads on, for who may take the step. */
export function stepOnPage(
  { nextStep, status, allowedActions }: Pick<Assessment, 'nextStep' | 'status' | 'allowedActions'>,
  here: string | undefined,
): NextStep {
  const isOnlyRead = status === 'draft' && !allowedActions.includes('answer');
  return { ...nextStep, href: isOnlyRead || nextStep.href === here ? null : nextStep.href };
}
