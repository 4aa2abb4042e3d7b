import { t } from '~/messages';

/** Where who may invite does it. */
export const invitePerson = () => ({ label: t('settings.invite'), href: '/settings/members#invite' });
