import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { OrganizationFacts } from '~/features/organization/organization-facts';
import { OrganizationForm } from '~/features/organization/organization-form';
import { organizationNextStep } from '~/features/organization/settings-next-step';
import { timeZoneChoices } from '~/features/organization/time-zones.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalCents, optionalNumber, text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.settings.organization';

export const meta: Route.MetaFunction = () => pageTitle(t('settings.organization'), t('settings.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'organization:read');
  const [organization, history] = await Promise.all([
    read(api.GET('/api/v1/organization')),
    readHistory(api, request, 'organization', session.organization.id),
  ]);
  return { organization, history, timeZones: timeZoneChoices() };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'organization:update');
  const saved = await attempt(
    api.PATCH('/api/v1/organization', {
      headers: ifMatch(form.get('version')),
      body: {
        name: text(form, 'name'),
        kind: text(form, 'kind') as 'covered-entity' | 'business-associate',
        timeZone: text(form, 'timeZone'),
        fiscalYearStartMonth: optionalNumber(form, 'fiscalYearStartMonth') ?? 1,
        workforceSize: optionalNumber(form, 'workforceSize'),
        annualSecurityBudgetCents: optionalCents(form, 'annualSecurityBudgetCents'),
        idleMinutes: optionalNumber(form, 'idleMinutes') ?? 0,
      },
    }),
  );
  if (!saved.ok) return refused(saved.problem, form);
  return redirectWithFlash('/settings/organization', t('settings.saved'));
}

export default function OrganizationSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { organization, history, timeZones } = loaderData;
  const mayUpdate = useCan('organization:update');
  return (
    <>
      <PageHeader
        title={t('settings.organization')}
        lead={mayUpdate ? t('settings.organizationLead') : t('settings.readOnly')}
        nextStep={organizationNextStep(organization)}
      />
      <Stack>
        <Section>
          {mayUpdate ? (
            <OrganizationForm organization={organization} timeZones={timeZones} refused={actionData} />
          ) : (
            <OrganizationFacts organization={organization} />
          )}
        </Section>
        <RecordHistory recordId={organization.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
