import { attempt, read, refused } from '~/api/answers.server';
import { timeZoneChoices } from '~/features/organization/time-zones.server';
import { kindChoices } from '~/features/organization/kinds';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { secret, text } from '~/session/read-form.server';
import { openAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { PasswordField, SelectField, TextField } from '~/ui/form/fields';
import { SubmitButton } from '~/ui/form/form-layout';
import { EntryGroup, EntryHead } from '~/ui/shell/entry-head';
import { pageTitle } from '~/ui/text/page-title';
import type { Route } from './+types/_entry.setup';

export const meta: Route.MetaFunction = () => pageTitle(t('entry.setup'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await openAccess(request);
  const setup = await read(api.GET('/api/v1/setup'));
  if (!setup.needed) throw await redirectWithFlash('/login', { text: t('entry.setupClosed'), tone: 'info' });
  return { timeZones: timeZoneChoices() };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await openAccess(request);
  const body = {
    organizationName: text(form, 'organizationName'),
    kind: text(form, 'kind') as 'covered-entity' | 'business-associate',
    timeZone: text(form, 'timeZone'),
    ownerName: text(form, 'ownerName'),
    email: text(form, 'email'),
    password: secret(form, 'password'),
  };
  const made = await attempt(api.POST('/api/v1/setup', { body }));
  if (!made.ok) return refused(made.problem, form);
  return redirectWithFlash('/', t('entry.setupDone'));
}

const zoneOfBrowser = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <EntryHead title={t('entry.setup')} lead={t('entry.setupLead')} />
      <AppForm refused={actionData} label={t('entry.setup')}>
        <EntryGroup title={t('entry.organization')}>
          <TextField
            name="organizationName"
            label={t('entry.organizationName')}
            hint={t('entry.organizationNameHint')}
            autoComplete="organization"
            required
          />
          <ChoiceField
            name="kind"
            legend={t('entry.kind')}
            hint={t('entry.kindHint')}
            defaultValue="covered-entity"
            choices={kindChoices()}
          />
          <SelectField
            name="timeZone"
            label={t('entry.timeZone')}
            hint={t('entry.timeZoneHint')}
            choices={loaderData.timeZones}
            placeholder={t('entry.timeZoneChoose')}
            guess={zoneOfBrowser}
            required
          />
        </EntryGroup>
        <EntryGroup title={t('entry.owner')}>
          <TextField name="ownerName" label={t('entry.yourName')} autoComplete="name" required />
          <TextField name="email" type="email" label={t('entry.email')} autoComplete="username" required />
          <PasswordField
            name="password"
            label={t('entry.newPassword')}
            hint={t('entry.newPasswordHint')}
            autoComplete="new-password"
          />
        </EntryGroup>
        <SubmitButton size="md">{t('entry.setupAction')}</SubmitButton>
      </AppForm>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
