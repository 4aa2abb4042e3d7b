import type { ItemOf, Reply } from '~/api/reply';
import { invitePerson } from '~/features/organization/invite-person';
import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

type HeatMap = Pick<Reply<'/api/v1/risks/heat-map', 'get'>, 'residual' | 'unrated' | 'undecided'>;

interface RegisterFacts {
  /** The analysis whose risks the map shows; undefined: there is none at all. */
  assessment: Pick<ItemOf<'/api/v1/assessments'>, 'id' | 'status' | 'carriedOnTo'> | undefined;
  heatMap: HeatMap | null;
}

interface May {
  rate: boolean;
  analyse: boolean;
  invite: boolean;
}

const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';
const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

/** What the law asks for next of the register, from the counts of the analysis that its map shows. */
export function registerNextStep({ assessment, heatMap }: RegisterFacts, may: May): NextStep {
  if (!assessment || !heatMap) {
    return {
      title: t('nextSteps.registerBeginTitle'),
      text: may.analyse ? t('nextSteps.registerBeginText') : t('nextSteps.beginReadText'),
      citation: ANALYSIS,
      href: may.analyse ? '/assessments/new' : null,
      also: may.invite && !may.analyse ? invitePerson() : null,
    };
  }
  if (assessment.status === 'withdrawn') {
    return {
      title: t('nextSteps.registerWithdrawnTitle'),
      text: t('nextSteps.registerWithdrawnText'),
      citation: null,
      href: '/risks',
    };
  }
  const base = `/assessments/${assessment.id}`;
  if (assessment.carriedOnTo) {
    return {
      title: t('nextSteps.registerCarriedOnTitle'),
      text: t('nextSteps.registerCarriedOnText'),
      citation: '45 CFR 164.316(b)(2)(iii)',
      href: `/risks?assessmentId=${assessment.carriedOnTo.id}`,
    };
  }
  if (assessment.status === 'in-review') {
    return {
      title: t('nextSteps.registerInReviewTitle'),
      text: t('nextSteps.registerInReviewText'),
      citation: null,
      href: `${base}/sign-off`,
    };
  }
  const undecided = undecidedStep(heatMap, assessment.id);
  if (undecided) return { ...undecided, href: may.rate ? undecided.href : null };
  if (assessment.status === 'signed') {
    return {
      title: t('nextSteps.registerKeepTitle'),
      text: t('nextSteps.registerKeepText'),
      citation: '45 CFR 164.316(b)(2)(iii)',
      href: may.rate ? '/risks/new' : null,
    };
  }
  if (heatMap.residual.flat().every((count) => count === 0)) {
    return {
      title: t('nextSteps.registerFindTitle'),
      text: t('nextSteps.registerFindText'),
      citation: ANALYSIS,
      href: may.analyse ? `${base}/proposals` : null,
    };
  }
  return {
    title: t('nextSteps.registerSignTitle'),
    text: t('nextSteps.registerSignText'),
    citation: null,
    href: `${base}/sign-off`,
  };
}

/** The first thing that risks still lack, with the list of those that lack it. */
function undecidedStep({ unrated, undecided }: HeatMap, assessmentId: string): NextStep | null {
  const register = `/risks?assessmentId=${assessmentId}`;
  if (undecided.toReview > 0) {
    return {
      title: t('nextSteps.registerReviewTitle', { count: undecided.toReview }),
      text: t('nextSteps.registerReviewText'),
      citation: '45 CFR 164.306(e)',
      href: `/risks/review?assessmentId=${assessmentId}`,
    };
  }
  if (unrated.residual > 0) {
    return {
      title: t('nextSteps.registerRateTitle', { count: unrated.residual }),
      text: t('nextSteps.registerRateText'),
      citation: ANALYSIS,
      href: `${register}&level=unrated`,
    };
  }
  if (undecided.untreated > 0) {
    return {
      title: t('nextSteps.registerDecideTitle', { count: undecided.untreated }),
      text: t('nextSteps.registerDecideText'),
      citation: MANAGEMENT,
      href: `${register}&treatment=undecided`,
    };
  }
  if (undecided.unowned > 0) {
    return {
      title: t('nextSteps.registerOwnTitle', { count: undecided.unowned }),
      text: t('nextSteps.registerOwnText'),
      citation: MANAGEMENT,
      href: `${register}&ownerId=none`,
    };
  }
  if (undecided.unplanned === 0) return null;
  return {
    title: t('nextSteps.registerPlanTitle', { count: undecided.unplanned }),
    text: t('nextSteps.registerPlanText'),
    citation: MANAGEMENT,
    href: `${register}&treatment=mitigate`,
  };
}
