import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { organizationNextStep } from '~/features/organization/settings-next-step';
import { timeZoneChoices } from '~/features/organization/time-zones.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalCents, optionalNumber, text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { MoneyField, NumberField, SelectField, TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { dollarsOf } from '~/ui/text/money';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { monthChoices } from '~/features/organization/month-choices';
import { Citation } from '~/ui/text/citation';
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
          <AppForm
            key={organization.version}
            refused={actionData}
            draftKey="organization"
            version={organization.version}
            label={t('settings.organization')}
          >
            <TextField
              name="name"
              label={t('settings.name')}
              defaultValue={organization.name}
              required
              disabled={!mayUpdate}
            />
            <ChoiceField
              name="kind"
              legend={t('settings.kind')}
              defaultValue={organization.kind}
              disabled={!mayUpdate}
              choices={[
                {
                  value: 'covered-entity',
                  label: t('shell.coveredEntity'),
                  hint: t('entry.kindCoveredEntity'),
                },
                {
                  value: 'business-associate',
                  label: t('shell.businessAssociate'),
                  hint: t('entry.kindBusinessAssociate'),
                },
              ]}
            />
            <FieldRow>
              <SelectField
                name="timeZone"
                label={t('settings.timeZone')}
                hint={t('settings.timeZoneHint')}
                choices={timeZones}
                defaultValue={organization.timeZone}
                required
                disabled={!mayUpdate}
              />
              <SelectField
                name="fiscalYearStartMonth"
                label={t('settings.fiscalYear')}
                hint={t('settings.fiscalYearHint')}
                choices={monthChoices()}
                defaultValue={String(organization.fiscalYearStartMonth)}
                required
                disabled={!mayUpdate}
              />
            </FieldRow>
            <FieldRow>
              <NumberField
                name="workforceSize"
                width="full"
                label={t('settings.workforce')}
                hint={t('settings.workforceHint')}
                defaultValue={organization.workforceSize}
                disabled={!mayUpdate}
              />
              <MoneyField
                name="annualSecurityBudgetCents"
                label={t('settings.budget')}
                hint={t('settings.budgetHint')}
                defaultValue={dollarsOf(organization.annualSecurityBudgetCents)}
                disabled={!mayUpdate}
                width="full"
              />
            </FieldRow>
            <NumberField
              name="idleMinutes"
              label={t('settings.idle')}
              hint={
                <>
                  {t('settings.idleHint')} <Citation text="45 CFR 164.312(a)(2)(iii)" />
                </>
              }
              defaultValue={organization.idleMinutes}
              required
              disabled={!mayUpdate}
            />
            {mayUpdate && (
              <FormActions>
                <SubmitButton>{t('actions.save')}</SubmitButton>
              </FormActions>
            )}
          </AppForm>
        </Section>
        <RecordHistory recordId={organization.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
