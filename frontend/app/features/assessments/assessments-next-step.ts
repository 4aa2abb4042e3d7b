import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import { invitePerson } from '~/features/organization/invite-person';
import { beginNextYear } from './step-on-page';

type Newest = Pick<ItemOf<'/api/v1/assessments'>, 'id' | 'title' | 'status' | 'progress' | 'carriedOnTo'>;

const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';

/** What is next for the newest analysis; one that was withdrawn counts as none. */
export function assessmentsNextStep(
  newest: Newest | undefined,
  may: { analyse: boolean; approve: boolean; invite: boolean },
): NextStep {
  if (!newest || newest.status === 'withdrawn') {
    return {
      title: t('nextSteps.assessmentsBeginTitle'),
      text: may.analyse ? t('nextSteps.assessmentsBeginText') : t('nextSteps.beginReadText'),
      citation: ANALYSIS,
      href: may.analyse ? '/assessments/new' : null,
      also: may.invite && !may.analyse ? invitePerson() : null,
    };
  }
  const { id, title, status, progress } = newest;
  switch (status) {
    case 'draft':
      return {
        title: t('nextSteps.assessmentsGoOnTitle', { title }),
        text: t('nextSteps.assessmentsGoOnText', progress),
        citation: ANALYSIS,
        href: may.analyse ? `/assessments/${id}` : null,
      };
    case 'in-review':
      return {
        title: t('nextSteps.assessmentsSignTitle', { title }),
        text: t('nextSteps.assessmentsSignText'),
        citation: null,
        href: may.approve ? `/assessments/${id}/sign-off` : null,
      };
    case 'signed':
      return {
        title: t('nextSteps.assessmentsKeepTitle'),
        text: t('nextSteps.assessmentsKeepText'),
        citation: '45 CFR 164.316(b)(2)(iii)',
        href: null,
        also: may.analyse && !newest.carriedOnTo ? beginNextYear(id) : null,
      };
  }
}
