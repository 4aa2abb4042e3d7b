import { data } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { roleChoices, type Role } from '~/features/organization/role-choices';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useSession } from '~/session/session';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Facts, Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.settings.members.$memberId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.member.name, t('settings.members'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'member:write');
  const [{ items }, history] = await Promise.all([
    read(api.GET('/api/v1/members')),
    readHistory(api, request, 'member', params.memberId),
  ]);
  const member = items.find(({ id }) => id === params.memberId);
  if (!member) throw data({ status: 404, code: 'member.not-found', title: '' }, { status: 404 });
  return { member, history };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'member:write');
  const intent = text(form, 'intent');
  const body = intent === 'role' ? { role: text(form, 'role') as Role } : { active: intent === 'restore' };
  const saved = await attempt(
    api.PATCH('/api/v1/members/{id}', {
      params: { path: { id: params.memberId } },
      headers: ifMatch(form.get('version')),
      body,
    }),
  );
  if (!saved.ok) return refused(saved.problem, form);
  const { name } = saved.data;
  if (intent === 'role') return redirectWithFlash('/settings/members', t('settings.roleSaved', { name }));
  const word =
    intent === 'restore' ? t('settings.accessRestored', { name }) : t('settings.accessEnded', { name });
  return redirectWithFlash('/settings/members', word);
}

export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  const { member, history } = loaderData;
  const { member: self } = useSession();
  const own = self.id === member.id;
  const label = t('settings.editMember', { name: member.name });
  return (
    <>
      <PageHeader
        title={member.name}
        trail={[{ to: '/settings/members', label: t('settings.members') }]}
        badge={
          <StatusBadge tone={member.active ? 'good' : 'neutral'}>
            {member.active ? t('settings.active') : t('settings.ended')}
          </StatusBadge>
        }
        lead={own ? t('settings.ownRole') : undefined}
        actions={!own && <AccessSwitch member={member} />}
      />
      <Stack>
        <Section>
          <Facts
            rows={[
              { name: t('settings.email'), value: member.email },
              { name: t('settings.joined'), value: <DateText at={member.joinedAt} time="none" /> },
              { name: t('settings.role'), value: member.roleLabel },
            ]}
          />
        </Section>
        {!own && (
          <Section title={t('settings.changeRole')}>
            <AppForm
              refused={actionData?.values.intent === 'role' ? actionData : null}
              intent="role"
              version={member.version}
              label={label}
            >
              <ChoiceField
                name="role"
                legend={
                  <span className="visually-hidden">{t('settings.roleOf', { name: member.name })}</span>
                }
                choices={roleChoices()}
                defaultValue={member.role}
              />
              <FormActions>
                <SubmitButton>{t('settings.changeRole')}</SubmitButton>
              </FormActions>
            </AppForm>
          </Section>
        )}
        <RecordHistory recordId={member.id} history={history} />
      </Stack>
    </>
  );
}

function AccessSwitch({ member }: { member: Route.ComponentProps['loaderData']['member'] }) {
  const { name, version } = member;
  return member.active ? (
    <ConfirmDialog
      label={t('settings.endAccess')}
      title={t('settings.endAccessTitle', { name })}
      consequence={t('settings.endAccessText', { name })}
      confirmLabel={t('settings.endAccess')}
      tone="danger"
      fields={{ intent: 'end', version }}
    />
  ) : (
    <ConfirmDialog
      label={t('settings.restoreAccess')}
      title={t('settings.restoreAccess')}
      consequence={t('settings.restoreAccessText', { name })}
      confirmLabel={t('settings.restoreAccess')}
      fields={{ intent: 'restore', version }}
    />
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
