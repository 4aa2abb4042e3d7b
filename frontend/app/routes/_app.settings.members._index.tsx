import { read, attempt, refused } from '~/api/answers.server';
import { InvitationLink } from '~/features/organization/invitation-link';
import { InvitationTable } from '~/features/organization/invitation-table';
import { MemberTable } from '~/features/organization/member-table';
import { roleChoices, type Role } from '~/features/organization/role-choices';
import { membersNextStep } from '~/features/organization/settings-next-step';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { TableExport } from '~/ui/table/table-export';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.settings.members._index';

export const meta: Route.MetaFunction = () => pageTitle(t('settings.members'), t('settings.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'member:read');
  const mayInvite = session.permissions.includes('member:write');
  const [members, invitations] = await Promise.all([
    read(api.GET('/api/v1/members')),
    mayInvite ? read(api.GET('/api/v1/invitations')) : { items: [] },
  ]);
  return { members: members.items, invitations: invitations.items };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'member:write');
  if (form.get('intent') === 'withdraw') {
    const path = { id: text(form, 'id') };
    const withdrawn = await attempt(api.DELETE('/api/v1/invitations/{id}', { params: { path } }));
    if (!withdrawn.ok) return refused(withdrawn.problem, form);
    return redirectWithFlash('/settings/members', t('settings.withdrawn'));
  }
  const body = { name: text(form, 'name'), email: text(form, 'email'), role: text(form, 'role') as Role };
  const invited = await attempt(api.POST('/api/v1/invitations', { body }));
  if (!invited.ok) return refused(invited.problem, form);
  // No redirect: the link is shown once, and belongs in no address and no cookie.
  return { invited: { name: invited.data.invitation.name, link: invited.data.link } };
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const mayWrite = useCan('member:write');
  const refusal =
    actionData && 'problem' in actionData && actionData.values.intent === 'invite' ? actionData : null;
  const invited = actionData && 'invited' in actionData ? actionData.invited : null;
  return (
    <>
      <PageHeader
        title={t('settings.members')}
        lead={t('settings.membersLead')}
        nextStep={membersNextStep(loaderData, mayWrite)}
      />
      <Stack>
        {invited && <InvitationLink name={invited.name} link={invited.link} />}
        <Section flush>
          <MemberTable members={loaderData.members} mayWrite={mayWrite} />
        </Section>
        {mayWrite && (
          <Section
            flush
            title={t('settings.invitations')}
            actions={
              loaderData.invitations.length > 0 && (
                <TableExport
                  files={{ list: '/api/v1/invitations', filters: {} }}
                  label={t('settings.exportInvitations')}
                />
              )
            }
          >
            <InvitationTable invitations={loaderData.invitations} />
          </Section>
        )}
        {mayWrite && (
          <Section id="invite" title={t('settings.invite')} lead={t('settings.inviteLead')}>
            <AppForm refused={refusal} draftKey="invitation:new" intent="invite" label={t('settings.invite')}>
              <FieldRow>
                <TextField name="name" label={t('settings.name')} autoComplete="off" required />
                <TextField
                  name="email"
                  type="email"
                  label={t('settings.email')}
                  autoComplete="off"
                  required
                />
              </FieldRow>
              <ChoiceField
                name="role"
                legend={t('settings.role')}
                choices={roleChoices()}
                defaultValue="staff"
              />
              <FormActions>
                <SubmitButton>{t('settings.inviteAction')}</SubmitButton>
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
