import type { paths } from '~/api/schema';
import { attempt, refused } from '~/api/answers.server';
import { changeKindLabel, REPORTED } from '~/features/reassessment/words';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { DateField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.reviews.report';

type Report = paths['/api/v1/environment-changes']['post']['requestBody']['content']['application/json'];

export const meta: Route.MetaFunction = () => pageTitle(t('reassessment.report'), t('reassessment.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { session } = await requireAccess(request, 'change:report');
  return { today: session.today };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'change:report');
  const reported = await attempt(
    api.POST('/api/v1/environment-changes', {
      body: {
        kind: text(form, 'kind') as Report['kind'],
        subject: text(form, 'subject'),
        description: text(form, 'description'),
        happenedOn: text(form, 'happenedOn'),
      },
    }),
  );
  if (!reported.ok) return refused(reported.problem, form);
  return redirectWithFlash(
    '/assessments/reviews',
    t('reassessment.reported', { name: reported.data.subject.name }),
  );
}

export default function ReportChange({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('reassessment.report')}
        lead={t('reassessment.reportLead')}
        trail={[
          { to: '/assessments', label: t('assessments.title') },
          { to: '/assessments/reviews', label: t('reassessment.title') },
        ]}
      />
      <Section>
        <AppForm refused={actionData} draftKey="change:report" label={t('reassessment.report')}>
          <SelectField
            name="kind"
            label={t('reassessment.reportKind')}
            placeholder={t('reassessment.reportKindNone')}
            choices={REPORTED.map((value) => ({ value, label: changeKindLabel(value) }))}
            width="medium"
            required
          />
          <TextField
            name="subject"
            label={t('reassessment.subject')}
            hint={t('reassessment.subjectHint')}
            maxLength={200}
            required
          />
          <DateField
            name="happenedOn"
            label={t('reassessment.happenedOn')}
            defaultValue={loaderData.today}
            max={loaderData.today}
            required
          />
          <TextAreaField
            name="description"
            label={t('reassessment.description')}
            hint={t('reassessment.descriptionHint')}
            rows={4}
            maxLength={4_000}
            required
          />
          <FormActions>
            <SubmitButton>{t('reassessment.save')}</SubmitButton>
            <ButtonLink to="/assessments/reviews" variant="default">
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
