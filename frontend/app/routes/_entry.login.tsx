import { redirect, useSearchParams } from 'react-router';
import { attempt, read, refused } from '~/api/answers.server';
import { t } from '~/messages';
import { secret, text } from '~/session/read-form.server';
import { openAccess, sessionOf } from '~/session/require-access.server';
import { ownPath } from '~/session/safe-redirect';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { PasswordField, TextField } from '~/ui/form/fields';
import { SubmitButton } from '~/ui/form/form-layout';
import { EntryHead, EntryHelp, EntryNote } from '~/ui/shell/entry-head';
import { pageTitle } from '~/ui/text/page-title';
import type { Route } from './+types/_entry.login';

export const meta: Route.MetaFunction = () => pageTitle(t('entry.signIn'));

export async function loader({ request }: Route.LoaderArgs) {
  if (await sessionOf(request)) throw redirect(nextOf(request));
  const { api } = await openAccess(request);
  const setup = await read(api.GET('/api/v1/setup'));
  if (setup.needed) throw redirect('/setup');
  return null;
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await openAccess(request);
  const body = { email: text(form, 'email'), password: secret(form, 'password') };
  const signedIn = await attempt(api.POST('/api/v1/sessions', { body }));
  if (!signedIn.ok) return refused(signedIn.problem, form);
  return redirect(nextOf(request));
}

export default function Login({ actionData }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const reason = reasonText(search.get('reason'));
  return (
    <>
      <EntryHead title={t('entry.signIn')} lead={t('entry.signInLead')} />
      {reason && !actionData && <EntryNote>{reason}</EntryNote>}
      <AppForm refused={actionData} label={t('entry.signIn')} refusedTitle={t('entry.wrongTitle')}>
        <TextField
          name="email"
          type="email"
          label={t('entry.email')}
          autoComplete="username"
          required
          autoFocus
        />
        <PasswordField name="password" label={t('entry.password')} autoComplete="current-password" />
        <SubmitButton size="md" busyLabel={t('entry.signingIn')}>
          {t('entry.signIn')}
        </SubmitButton>
      </AppForm>
      <EntryHelp title={t('entry.forgotten')}>{t('entry.forgottenText')}</EntryHelp>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}

function nextOf(request: Request): string {
  return ownPath(new URL(request.url).searchParams.get('next'));
}

function reasonText(reason: string | null): string | undefined {
  if (reason === 'expired') return t('entry.expired');
  if (reason === 'no-organization') return t('entry.accessEnded');
  return undefined;
}
