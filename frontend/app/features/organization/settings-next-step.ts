import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

type Member = Pick<ItemOf<'/api/v1/members'>, 'role' | 'active'>;
type Invitation = Pick<ItemOf<'/api/v1/invitations'>, 'role'>;
type Organization = Pick<Reply<'/api/v1/organization', 'get'>, 'workforceSize'>;

const INVITE = '#invite';

/** Who may sign an analysis that somebody else prepared. */
const SIGNERS: readonly Member['role'][] = ['org-admin', 'compliance-officer'];

/** Somebody answers for security, somebody else can sign, and the list of people stays true. */
export function membersNextStep(
  { members, invitations }: { members: readonly Member[]; invitations: readonly Invitation[] },
  mayInvite: boolean,
): NextStep {
  const active = members.filter((member) => member.active);
  const isOfficer = ({ role }: Invitation) => role === 'compliance-officer';
  if (!active.some(isOfficer)) {
    const isAwaited = invitations.some(isOfficer);
    return {
      title: isAwaited ? t('nextSteps.membersAwaitTitle') : t('nextSteps.membersOfficerTitle'),
      text: isAwaited ? t('nextSteps.membersAwaitText') : officerText(mayInvite),
      citation: '45 CFR 164.308(a)(2)',
      href: mayInvite && !isAwaited ? INVITE : null,
    };
  }
  if (active.filter(({ role }) => SIGNERS.includes(role)).length < 2) {
    return {
      title: t('nextSteps.membersSignerTitle'),
      text: t('nextSteps.membersSignerText'),
      citation: null,
      href: mayInvite ? INVITE : null,
    };
  }
  return {
    title: t('nextSteps.membersKeepTitle'),
    text: t('nextSteps.membersKeepText'),
    citation: '45 CFR 164.308(a)(3)(ii)(C)',
    href: null,
  };
}

function officerText(mayInvite: boolean): string {
  return mayInvite ? t('nextSteps.membersOfficerText') : t('nextSteps.membersOfficerReadText');
}

export function sitesNextStep(sites: readonly { active: boolean }[], mayWrite: boolean): NextStep {
  if (sites.some(({ active }) => active)) {
    return {
      title: t('nextSteps.sitesKeepTitle'),
      text: t('nextSteps.sitesKeepText'),
      citation: '45 CFR 164.316(b)(2)(iii)',
      href: null,
    };
  }
  return {
    title: t('nextSteps.sitesFirstTitle'),
    text: t('nextSteps.sitesFirstText'),
    citation: '45 CFR 164.308(a)(1)(ii)(A)',
    href: mayWrite ? '#new' : null,
  };
}

export function organizationNextStep({ workforceSize }: Organization): NextStep {
  const flexibility = '45 CFR 164.306(b)(2)';
  return workforceSize === null
    ? {
        title: t('nextSteps.organizationSizeTitle'),
        text: t('nextSteps.organizationSizeText'),
        citation: flexibility,
        href: null,
      }
    : {
        title: t('nextSteps.organizationKeepTitle'),
        text: t('nextSteps.organizationKeepText'),
        citation: '45 CFR 164.316(b)(2)(iii)',
        href: null,
      };
}
