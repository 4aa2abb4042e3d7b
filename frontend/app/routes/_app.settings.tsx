import { NavLink, Outlet } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { Tabs } from '~/ui/shell/tabs';
import type { Route } from './+types/_app.settings';

export default function Settings() {
  const mayReadScales = useCan('scale:read');
  const mayReadMembers = useCan('member:read');
  return (
    <>
      <Tabs label={t('settings.sections')}>
        <NavLink to="/settings/organization">{t('settings.organization')}</NavLink>
        <NavLink to="/settings/sites">{t('settings.sites')}</NavLink>
        {mayReadMembers && <NavLink to="/settings/members">{t('settings.members')}</NavLink>}
        {mayReadScales && <NavLink to="/settings/risk-scales">{t('scales.title')}</NavLink>}
        <NavLink to="/settings/account">{t('settings.account')}</NavLink>
      </Tabs>
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
