import { attempt, refused } from '~/api/answers.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { secret } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useSession } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { PasswordField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.settings.account';

export const meta: Route.MetaFunction = () => pageTitle(t('settings.account'), t('settings.title'));

export async function loader({ request }: Route.LoaderArgs) {
  await requireAccess(request);
  return null;
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request);
  const body = {
    currentPassword: secret(form, 'currentPassword'),
    newPassword: secret(form, 'newPassword'),
  };
  const changed = await attempt(api.POST('/api/v1/session/password', { body }));
  if (!changed.ok) return refused(changed.problem, form);
  return redirectWithFlash('/settings/account', t('settings.passwordChanged'));
}

export default function Account({ actionData }: Route.ComponentProps) {
  const { person } = useSession();
  return (
    <>
      <PageHeader title={t('settings.account')} lead={t('settings.accountLead')} />
      <Section title={t('settings.changePassword')} lead={t('settings.changePasswordLead')}>
        <AppForm refused={actionData} label={t('settings.changePassword')}>
          <TextField
            name="email"
            type="email"
            label={t('settings.email')}
            hint={t('settings.ownEmailHint')}
            autoComplete="username"
            defaultValue={person.email}
            required
            readOnly
          />
          <PasswordField
            name="currentPassword"
            label={t('settings.currentPassword')}
            autoComplete="current-password"
          />
          <PasswordField
            name="newPassword"
            label={t('settings.newPassword')}
            hint={t('entry.newPasswordHint')}
            autoComplete="new-password"
          />
          <FormActions>
            <SubmitButton>{t('settings.changePassword')}</SubmitButton>
          </FormActions>
        </AppForm>
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
