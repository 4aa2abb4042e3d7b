import { attempt, read, refused } from '~/api/answers.server';
import { ActionFields } from '~/features/remediation/action-fields';
import { ExpectedFields } from '~/features/remediation/expected-fields';
import { planFromForm } from '~/features/remediation/action-from-form.server';
import { subjectOfNewAction } from '~/features/remediation/new-action.server';
import { loadOwners } from '~/features/organization/owners.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { SelectField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.plan.new';

export const meta: Route.MetaFunction = () => pageTitle(t('remediation.new'), t('remediation.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'action:write');
  const [subject, assessments, colleagues] = await Promise.all([
    subjectOfNewAction(api, request),
    read(api.GET('/api/v1/assessments', { params: { query: { limit: 100 } } })),
    loadOwners(api),
  ]);
  return { subject, assessments: assessments.items, colleagues };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'action:write');
  const id = (name: string) => optionalText(form, name) ?? undefined;
  const planned = await attempt(
    api.POST('/api/v1/actions', {
      body: {
        ...planFromForm(form),
        expectedLikelihood: optionalText(form, 'expectedLikelihood'),
        expectedImpact: optionalText(form, 'expectedImpact'),
        milestones: [],
        riskId: id('riskId'),
        findingId: id('findingId'),
        assessmentId: id('assessmentId'),
      },
    }),
  );
  if (!planned.ok) return refused(planned.problem, form);
  return redirectWithFlash(
    `/plan/${planned.data.id}`,
    t('remediation.planned', { number: String(planned.data.number) }),
  );
}

export default function NewAction({ loaderData, actionData }: Route.ComponentProps) {
  const { subject, assessments, colleagues } = loaderData;
  return (
    <>
      <PageHeader
        title={t('remediation.new')}
        trail={[{ to: '/plan', label: t('remediation.title') }]}
        lead={subject && `${t('remediation.forRisk')}: ${subject.title}`}
      />
      <Section>
        <AppForm
          refused={actionData}
          draftKey={`action:new:${subject?.id ?? ''}`}
          label={t('remediation.new')}
        >
          {subject ? (
            <input type="hidden" name={subject.field} value={subject.id} />
          ) : (
            <SelectField
              name="assessmentId"
              label={t('remediation.forWhat')}
              choices={assessments.map(({ id, title }) => ({ value: id, label: title }))}
              required
            />
          )}
          <ActionFields colleagues={colleagues} />
          {subject?.scale && <ExpectedFields scale={subject.scale} />}
          <FormActions>
            <SubmitButton>{t('remediation.plan')}</SubmitButton>
            <ButtonLink to="/plan" variant="default">
              {t('actions.cancel')}
            </ButtonLink>
          </FormActions>
        </AppForm>
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
