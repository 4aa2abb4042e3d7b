import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { Tabs } from '~/ui/shell/tabs';
import type { Route } from './+types/_app.inventory';

export default function Inventory() {
  const mayWrite = useCan('asset:write');
  const maySeeVulnerabilities = useCan('vulnerability:read');
  const { pathname } = useLocation();
  const onAssets = pathname === '/inventory' || pathname.startsWith('/inventory/assets');
  const onVulnerabilities = ['/inventory/vulnerabilities', '/inventory/scans'].some((place) =>
    pathname.startsWith(place),
  );
  return (
    <>
      <Tabs label={t('inventory.sections')}>
        <Link to="/inventory" aria-current={onAssets ? 'page' : undefined}>
          {t('inventory.assets')}
        </Link>
        <NavLink to="/inventory/flows">{t('dataFlows.title')}</NavLink>
        <NavLink to="/inventory/diagram">{t('dataFlows.diagram')}</NavLink>
        {maySeeVulnerabilities && (
          <Link to="/inventory/vulnerabilities" aria-current={onVulnerabilities ? 'page' : undefined}>
            {t('vulnerabilities.title')}
          </Link>
        )}
        {mayWrite && <NavLink to="/inventory/import">{t('assetImport.short')}</NavLink>}
      </Tabs>
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
