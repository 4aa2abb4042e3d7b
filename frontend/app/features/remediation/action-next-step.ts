import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import { actionNumber, isOpen, type Action } from './words';

type Facts = Pick<Action, 'status' | 'owner' | 'dueOn' | 'overdue' | 'allowedActions' | 'waitsFor'>;

const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

/** What is next for one action; null where it is checked or cancelled, for then nothing is. */
export function actionNextStep(action: Facts): NextStep | null {
  const { status, overdue, allowedActions } = action;
  const mayPlan = allowedActions.includes('update');
  const mayWork = allowedActions.includes('work');
  if (status === 'validated' || status === 'cancelled') return null;
  if (status === 'done') {
    return allowedActions.includes('validation')
      ? step(t('nextSteps.actionValidateTitle'), t('nextSteps.actionValidateText'), '#evidence')
      : step(t('nextSteps.actionWaitTitle'), t('nextSteps.actionWaitText'), null);
  }
  const missing = assignment(action, mayPlan ? '#planning' : null);
  if (missing) return missing;
  const awaited = action.waitsFor.find(({ status: other }) => isOpen(other));
  if (awaited) {
    const number = actionNumber(awaited.number);
    return step(t('nextSteps.actionWaitsTitle', { number }), t('nextSteps.actionWaitsText'), '#waits');
  }
  if (overdue) {
    return step(
      t('nextSteps.actionOverdueTitle'),
      t('nextSteps.actionOverdueText'),
      mayPlan ? '#planning' : null,
    );
  }
  return status === 'planned'
    ? step(t('nextSteps.actionStartTitle'), t('nextSteps.actionStartText'), null)
    : step(t('nextSteps.actionFinishTitle'), t('nextSteps.actionFinishText'), mayWork ? '#evidence' : null);
}

function assignment({ owner, dueOn }: Facts, href: string | null): NextStep | null {
  if (!owner && !dueOn) return step(t('nextSteps.actionAssignTitle'), t('nextSteps.actionAssignText'), href);
  if (!owner) return step(t('nextSteps.actionOwnTitle'), t('nextSteps.actionOwnText'), href);
  return dueOn ? null : step(t('nextSteps.actionDateTitle'), t('nextSteps.actionDateText'), href);
}

function step(title: string, text: string, href: string | null): NextStep {
  return { title, text, citation: MANAGEMENT, href };
}
