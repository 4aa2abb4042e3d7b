import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { Tabs } from '~/ui/shell/tabs';
import type { Route } from './+types/_app.inventory';

export default function Inventory() {
  const mayWrite = useCan('asset:write');
  const { pathname } = useLocation();
  const onAssets = pathname === '/inventory' || pathname.startsWith('/inventory/assets');
  return (
    <>
      <Tabs label={t('inventory.sections')}>
        <Link to="/inventory" aria-current={onAssets ? 'page' : undefined}>
          {t('inventory.assets')}
        </Link>
        <NavLink to="/inventory/flows">{t('dataFlows.title')}</NavLink>
        <NavLink to="/inventory/diagram">{t('dataFlows.diagram')}</NavLink>
        {mayWrite && <NavLink to="/inventory/import">{t('assetImport.short')}</NavLink>}
      </Tabs>
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
