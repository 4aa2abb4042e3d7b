import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

type Summary = Pick<
  Reply<'/api/v1/plan/summary', 'get'>,
  'count' | 'byStatus' | 'overdue' | 'awaitingValidation' | 'unowned' | 'undated'
>;

const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

/** What is next in the plan: what is late first, then what waits, then what nobody could begin. */
export function planNextStep(
  summary: Summary,
  assessmentId: string | null,
  may: { plan: boolean; validate: boolean },
): NextStep {
  const listOf = (filter: string) =>
    `/plan?${assessmentId ? `assessmentId=${encodeURIComponent(assessmentId)}&` : ''}${filter}`;
  const { count, overdue, awaitingValidation, unowned, undated } = summary;
  const open = unfinished(summary);
  if (overdue.count > 0) {
    return step(
      t('nextSteps.planOverdueTitle', { count: overdue.count }),
      t('nextSteps.planOverdueText'),
      listOf('overdue=true'),
    );
  }
  if (awaitingValidation.count > 0) {
    return step(
      t('nextSteps.planCheckTitle', { count: awaitingValidation.count }),
      t('nextSteps.planCheckText'),
      may.validate ? listOf('status=done') : null,
    );
  }
  if (unowned > 0) {
    const title = t('nextSteps.planOwnTitle', { count: unowned });
    return step(
      title,
      t('nextSteps.planOwnText'),
      may.plan ? listOf('ownerId=none&status=unfinished') : null,
    );
  }
  if (undated > 0) return step(t('nextSteps.planDateTitle', { count: undated }), t('nextSteps.planDateText'));
  if (open > 0) {
    const title = t('nextSteps.planGoOnTitle', { count: open });
    return step(title, t('nextSteps.planGoOnText'), listOf('status=unfinished'));
  }
  if (count > 0) return step(t('nextSteps.planDoneTitle'), t('nextSteps.planDoneText'));
  const risksToReduce = may.plan ? '/risks?treatment=mitigate' : null;
  return step(t('nextSteps.planFirstTitle'), t('nextSteps.planFirstText'), risksToReduce);
}

function unfinished({ byStatus }: Summary): number {
  return byStatus
    .filter(({ status }) => status === 'planned' || status === 'in-progress')
    .reduce((all, { count }) => all + count, 0);
}

function step(title: string, text: string, href: string | null = null): NextStep {
  return { title, text, citation: MANAGEMENT, href };
}
