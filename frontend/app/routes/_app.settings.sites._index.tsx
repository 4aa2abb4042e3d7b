import { IconBuilding } from '@tabler/icons-react';
import { Link } from 'react-router';
import { attempt, read, refused } from '~/api/answers.server';
import type { ItemOf } from '~/api/reply';
import { sitesNextStep } from '~/features/organization/settings-next-step';
import { siteFromForm } from '~/features/organization/site-from-form.server';
import { SiteFields } from '~/features/organization/site-fields';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DataTable, type Column } from '~/ui/table/data-table';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.settings.sites._index';

type Site = ItemOf<'/api/v1/sites'>;

export const meta: Route.MetaFunction = () => pageTitle(t('settings.sites'), t('settings.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'organization:read');
  return { sites: (await read(api.GET('/api/v1/sites'))).items };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'site:write');
  const added = await attempt(api.POST('/api/v1/sites', { body: siteFromForm(form) }));
  if (!added.ok) return refused(added.problem, form);
  return redirectWithFlash('/settings/sites', t('settings.siteAdded', { name: added.data.name }));
}

export default function Sites({ loaderData, actionData }: Route.ComponentProps) {
  const mayWrite = useCan('site:write');
  return (
    <>
      <PageHeader
        title={t('settings.sites')}
        lead={t('settings.sitesLead')}
        nextStep={sitesNextStep(loaderData.sites, mayWrite)}
      />
      <Stack>
        <Section flush>
          <DataTable
            caption={t('settings.sites')}
            columns={columns(mayWrite)}
            rows={loaderData.sites}
            rowKey={(site) => site.id}
            files={{ list: '/api/v1/sites', filters: {} }}
            empty={
              <EmptyState icon={IconBuilding} title={t('settings.sitesEmptyTitle')}>
                {t('settings.sitesEmptyText')}
              </EmptyState>
            }
          />
        </Section>
        {mayWrite && (
          <Section id="new" title={t('settings.newSite')}>
            <AppForm refused={actionData} draftKey="site:new" label={t('settings.newSite')}>
              <SiteFields />
              <FormActions>
                <SubmitButton>{t('settings.addSite')}</SubmitButton>
              </FormActions>
            </AppForm>
          </Section>
        )}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}

function columns(mayWrite: boolean): Column<Site>[] {
  return [
    {
      key: 'name',
      header: t('settings.siteName'),
      cell: (site) => (mayWrite ? <Link to={site.id}>{site.name}</Link> : site.name),
    },
    {
      key: 'address',
      header: t('settings.address'),
      cell: (site) =>
        [site.street, site.city, [site.state, site.postalCode].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(', '),
    },
    { key: 'phone', header: t('settings.phone'), nowrap: true, cell: (site) => site.phone },
    {
      key: 'status',
      header: t('settings.status'),
      cell: (site) =>
        site.active ? (
          <StatusBadge tone="good">{t('settings.active')}</StatusBadge>
        ) : (
          <StatusBadge>{t('settings.closed')}</StatusBadge>
        ),
    },
  ];
}
