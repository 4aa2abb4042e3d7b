import { read } from '~/api/answers.server';
import { bringIn, takeAway } from '~/features/assessments/earlier/bring-in.server';
import { BroughtIn } from '~/features/assessments/earlier/brought-in';
import { EarlierUpload } from '~/features/assessments/earlier/earlier-upload';
import styles from '~/features/assessments/earlier/earlier.module.css';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.questions.import';

export const meta: Route.MetaFunction = () =>
  pageTitle(t('earlierAnswers.title'), t('assessments.questions'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  return read(api.GET('/api/v1/assessments/{id}/earlier-answers', { params: { path } }));
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  return form.get('intent') === 'take-away'
    ? takeAway(api, params.assessmentId, form)
    : bringIn(api, params.assessmentId, form);
}

export default function BringInEarlierAnswers({ loaderData, actionData }: Route.ComponentProps) {
  const assessment = useAssessment();
  const mayExport = useCan('report:export');
  const preview = actionData && 'preview' in actionData ? actionData.preview : null;
  const refusal = actionData && 'problem' in actionData ? actionData : null;
  const questions = `/assessments/${assessment.id}/questions/${assessment.sections[0]?.id ?? ''}`;
  return (
    <Stack>
      <Section title={t('earlierAnswers.title')} lead={t('earlierAnswers.lead')}>
        {loaderData.mayBringIn ? (
          <EarlierUpload
            preview={preview}
            refused={refusal?.values.intent === 'take-away' ? null : refusal}
          />
        ) : (
          <p role="note">
            {assessment.status === 'draft' ? t('assessments.mayNotAnswer') : t('assessments.readOnly')}
          </p>
        )}
      </Section>
      <BroughtIn files={loaderData} questions={questions} />
      <Section
        title={t('earlierAnswers.how')}
        actions={
          mayExport && (
            <a href={`/api/v1/assessments/${assessment.id}/answers/export.xlsx`} download>
              {t('earlierAnswers.questionsFile')}
            </a>
          )
        }
      >
        <ol className={styles.steps}>
          <li>{t('earlierAnswers.how1')}</li>
          <li>{t('earlierAnswers.how2')}</li>
          <li>{t('earlierAnswers.how3')}</li>
        </ol>
      </Section>
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
