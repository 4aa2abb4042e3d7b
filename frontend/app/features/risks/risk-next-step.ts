import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { Risk } from './words';

type Facts = Pick<
  Risk,
  | 'id'
  | 'assessment'
  | 'status'
  | 'residual'
  | 'treatment'
  | 'owner'
  | 'actions'
  | 'acceptances'
  | 'acceptanceApprovers'
  | 'allowedActions'
>;

const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';
const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

/** What the law asks for next of one risk: rate, decide, name an owner, reduce, check, keep current. */
export function riskNextStep(risk: Facts): NextStep {
  const { assessment, status, allowedActions } = risk;
  if (assessment.status === 'in-review') {
    return {
      title: t('nextSteps.riskInReviewTitle'),
      text: t('nextSteps.riskInReviewText'),
      citation: null,
      href: `/assessments/${assessment.id}/sign-off`,
    };
  }
  if (assessment.status === 'withdrawn') {
    return {
      title: t('nextSteps.riskWithdrawnTitle'),
      text: t('nextSteps.riskWithdrawnText'),
      citation: null,
      href: '/risks',
    };
  }
  const judging = status === 'closed' ? null : judgement(risk);
  if (judging) return allowedActions.includes('update') ? judging : waitsFor(risk, judging);
  if (status === 'closed') return keepCurrent();
  if (allowedActions.includes('review')) {
    return {
      title: t('nextSteps.riskReviewTitle'),
      text: t('nextSteps.riskReviewText'),
      citation: '45 CFR 164.306(e)',
      href: '#review',
    };
  }
  return acceptance(risk) ?? reduction(risk) ?? keepCurrent();
}

/** Somebody else's turn: who answers for the risk, or as long as nobody does, the compliance officer. */
function waitsFor({ owner }: Facts, { title, citation }: NextStep): NextStep {
  const text = owner
    ? t('nextSteps.riskWaitsOwnerText', { owner: owner.name })
    : t('nextSteps.riskWaitsOfficerText');
  return { title: t('nextSteps.riskWaitsTitle', { step: title }), text, citation, href: null };
}

/** What the form of the risk still asks for. */
function judgement({ residual, treatment, owner }: Facts): NextStep | null {
  if (!residual) {
    return {
      title: t('nextSteps.riskRateTitle'),
      text: t('nextSteps.riskRateText'),
      citation: ANALYSIS,
      href: '#rating',
    };
  }
  if (!treatment) {
    return {
      title: t('nextSteps.riskDecideTitle'),
      text: t('nextSteps.riskDecideText'),
      citation: MANAGEMENT,
      href: '#decision',
    };
  }
  if (owner) return null;
  return {
    title: t('nextSteps.riskOwnTitle'),
    text: t('nextSteps.riskOwnText'),
    citation: MANAGEMENT,
    href: '#decision',
  };
}

/** What is accepted stays only as long as somebody else has approved exactly that. */
function acceptance({ treatment, acceptances, acceptanceApprovers, allowedActions }: Facts): NextStep | null {
  if (treatment !== 'accept') return null;
  // A later request that waits, or was refused, takes nothing from an approval that holds.
  if (acceptances.some(({ standing }) => standing === 'in-force')) return null;
  const newest = acceptances[0];
  const step = { citation: MANAGEMENT, href: '#acceptance' };
  if (acceptanceApprovers?.length === 0)
    return {
      ...step,
      title: t('nextSteps.riskFindApproverTitle'),
      text: t('nextSteps.riskFindApproverText'),
    };
  if (newest?.standing === 'asked') {
    return newest.allowedActions.includes('approve')
      ? {
          ...step,
          title: t('nextSteps.riskDecideAcceptanceTitle'),
          text: t('nextSteps.riskDecideAcceptanceText'),
        }
      : {
          ...step,
          title: t('nextSteps.riskWaitAcceptanceTitle'),
          text: t('nextSteps.riskWaitAcceptanceText'),
        };
  }
  const again = newest?.standing === 'stale' || newest?.standing === 'ended';
  return {
    ...step,
    title: again ? t('nextSteps.riskAskAgainTitle') : t('nextSteps.riskAskTitle'),
    text: again ? t('nextSteps.riskAskAgainText') : t('nextSteps.riskAskText'),
    href: allowedActions.includes('ask-acceptance') ? '#acceptance' : null,
  };
}

/** What is to be reduced needs actions that are done and checked; whatever else is planned is followed too. */
function reduction({ id, status, treatment, actions, allowedActions }: Facts): NextStep | null {
  const planned = actions.filter((action) => action.status !== 'cancelled');
  const open = planned.find((action) => action.status === 'planned' || action.status === 'in-progress');
  const done = planned.find((action) => action.status === 'done');
  if (open) {
    return {
      title: t('nextSteps.riskFollowTitle'),
      text: t('nextSteps.riskFollowText'),
      citation: MANAGEMENT,
      href: `/plan/${open.id}`,
    };
  }
  if (done) {
    return {
      title: t('nextSteps.riskCheckTitle'),
      text: t('nextSteps.riskCheckText'),
      citation: MANAGEMENT,
      href: `/plan/${done.id}`,
    };
  }
  if (treatment !== 'mitigate' || status !== 'open') return null;
  if (planned.length === 0) {
    return {
      title: t('nextSteps.riskPlanTitle'),
      text: t('nextSteps.riskPlanText'),
      citation: MANAGEMENT,
      href: allowedActions.includes('plan') ? `/plan/new?riskId=${id}` : null,
    };
  }
  return {
    title: t('nextSteps.riskSettleTitle'),
    text: t('nextSteps.riskSettleText'),
    citation: MANAGEMENT,
    href: allowedActions.includes('update') ? '#rating' : null,
  };
}

function keepCurrent(): NextStep {
  return {
    title: t('nextSteps.riskKeepTitle'),
    text: t('nextSteps.riskKeepText'),
    citation: '45 CFR 164.316(b)(2)(iii)',
    href: null,
  };
}
