import { isRouteErrorResponse } from 'react-router';
import { attempt, read, refused } from '~/api/answers.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { secret, text } from '~/session/read-form.server';
import { openAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { PasswordField, TextField } from '~/ui/form/fields';
import { SubmitButton } from '~/ui/form/form-layout';
import { EntryHead } from '~/ui/shell/entry-head';
import { ButtonLink } from '~/ui/text/button-link';
import { pageTitle } from '~/ui/text/page-title';
import type { Route } from './+types/_entry.invitations.$token';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData && t('entry.invitation', { organization: loaderData.invitation.organizationName }));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await openAccess(request);
  const path = { token: params.token };
  return { invitation: await read(api.GET('/api/v1/invitations/open/{token}', { params: { path } })) };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await openAccess(request);
  const body = { name: text(form, 'name') || undefined, password: secret(form, 'password') };
  const path = { token: params.token };
  const joined = await attempt(
    api.POST('/api/v1/invitations/open/{token}/accept', { params: { path }, body }),
  );
  if (!joined.ok) return refused(joined.problem, form);
  return redirectWithFlash('/', t('entry.invitationDone', { organization: joined.data.organization.name }));
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { organizationName, inviterName, roleLabel, email, name, personExists } = loaderData.invitation;
  return (
    <>
      <EntryHead
        title={t('entry.invitation', { organization: organizationName })}
        lead={t('entry.invitationLead', { inviter: inviterName, role: roleLabel })}
      />
      <AppForm refused={actionData} label={t('entry.invitationAction')}>
        {personExists ? (
          <p>{t('entry.invitationKnown')}</p>
        ) : (
          <TextField
            name="name"
            label={t('entry.yourName')}
            autoComplete="name"
            defaultValue={name}
            required
          />
        )}
        <TextField
          name="email"
          type="email"
          label={t('entry.email')}
          hint={t('entry.invitationEmailHint')}
          autoComplete="username"
          defaultValue={email}
          required
          readOnly
        />
        <PasswordField
          name="password"
          label={t('entry.password')}
          hint={personExists ? undefined : t('entry.newPasswordHint')}
          autoComplete={personExists ? 'current-password' : 'new-password'}
        />
        <SubmitButton size="md">{t('entry.invitationAction')}</SubmitButton>
      </AppForm>
    </>
  );
}

/** A link works once and not for ever; whoever comes late is told so, not that there is no such page. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  if (!isRouteErrorResponse(error) || error.status !== 404) return <PageError error={error} />;
  return (
    <>
      <EntryHead title={t('entry.invitationClosed')} lead={t('entry.invitationClosedText')} />
      <ButtonLink to="/login" variant="default">
        {t('entry.signIn')}
      </ButtonLink>
    </>
  );
}
