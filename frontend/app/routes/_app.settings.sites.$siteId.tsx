import { data } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { SiteFields } from '~/features/organization/site-fields';
import { siteFromForm } from '~/features/organization/site-from-form.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { checked } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { CheckboxField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.settings.sites.$siteId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.site.name, t('settings.sites'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'site:write');
  const [{ items }, history] = await Promise.all([
    read(api.GET('/api/v1/sites')),
    readHistory(api, request, 'site', params.siteId),
  ]);
  const site = items.find(({ id }) => id === params.siteId);
  if (!site) throw data({ status: 404, code: 'site.not-found', title: '' }, { status: 404 });
  return { site, history };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'site:write');
  const saved = await attempt(
    api.PATCH('/api/v1/sites/{id}', {
      params: { path: { id: params.siteId } },
      headers: ifMatch(form.get('version')),
      body: { ...siteFromForm(form), active: checked(form, 'active') },
    }),
  );
  if (!saved.ok) return refused(saved.problem, form);
  return redirectWithFlash('/settings/sites', t('settings.siteSaved', { name: saved.data.name }));
}

export default function EditSite({ loaderData, actionData }: Route.ComponentProps) {
  const { site, history } = loaderData;
  const title = t('settings.editSite', { name: site.name });
  return (
    <>
      <PageHeader title={site.name} trail={[{ to: '/settings/sites', label: t('settings.sites') }]} />
      <Stack>
        <Section>
          <AppForm refused={actionData} draftKey={site.id} version={site.version} label={title}>
            <SiteFields site={site} />
            <CheckboxField
              name="active"
              label={t('settings.closeSite')}
              hint={t('settings.closeSiteHint')}
              defaultChecked={site.active}
            />
            <FormActions>
              <SubmitButton>{t('actions.save')}</SubmitButton>
              <ButtonLink to="/settings/sites" variant="default">
                {t('actions.cancel')}
              </ButtonLink>
            </FormActions>
          </AppForm>
        </Section>
        <RecordHistory recordId={site.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
