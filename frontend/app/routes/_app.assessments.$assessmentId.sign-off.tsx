import { read } from '~/api/answers.server';
import { ApprovalPanel } from '~/features/assessments/approval-panel';
import { DocumentLinks } from '~/features/assessments/document-links';
import { FlowsOutdated } from '~/features/assessments/flows-outdated';
import { MissingList } from '~/features/assessments/missing-list';
import { actOnSignOff } from '~/features/assessments/sign-off-actions.server';
import { NextReview } from '~/features/assessments/next-review';
import { SignOffFacts } from '~/features/assessments/sign-off-facts';
import { SignOffSteps } from '~/features/assessments/sign-off-steps';
import { SubmitPanel } from '~/features/assessments/submit-panel';
import { TestForm } from '~/features/assessments/test-form';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.sign-off';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.signOff'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  return { signOff: await read(api.GET('/api/v1/assessments/{id}/sign-off', { params: { path } })) };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request);
  return actOnSignOff(api, params.assessmentId, form);
}

export default function SignOff({ loaderData, actionData }: Route.ComponentProps) {
  const { signOff } = loaderData;
  const assessment = useAssessment();
  const mayExport = useCan('report:export');
  const may = (what: (typeof assessment.allowedActions)[number]) => assessment.allowedActions.includes(what);
  return (
    <Stack>
      {signOff.status === 'signed' && (
        <Section title={t('assessments.signedTitle')} lead={t('assessments.signedText')}>
          <SignOffFacts assessment={assessment} />
        </Section>
      )}
      <NextReview assessment={assessment} />
      {signOff.status === 'in-review' && (
        <ApprovalPanel
          assessment={assessment}
          mayApprove={may('approve')}
          mayReturn={may('return')}
          warnings={signOff.warnings}
          inventorySeen={signOff.inventorySeen}
        />
      )}
      <Section flush title={t('assessments.tests')} lead={t('assessments.signOffLead')}>
        {signOff.checklist.map((test, index) => (
          <TestForm
            key={test.id}
            test={test}
            number={index + 1}
            version={signOff.version}
            mayAnswer={may('answer')}
            refused={actionData?.values.testId === test.id ? actionData : null}
          />
        ))}
      </Section>
      {signOff.status === 'draft' && (
        <Section title={t('assessments.submit')}>
          {may('answer') && <FlowsOutdated count={signOff.flowsOutdated} />}
          <MissingList missing={signOff.missing} warnings={signOff.warnings} assessmentId={assessment.id} />
          {may('submit') && (
            <SubmitPanel version={signOff.version} ready={Object.keys(signOff.missing).length === 0} />
          )}
        </Section>
      )}
      {mayExport && (
        <Section title={t('assessments.documents')} lead={t('assessments.documentsLead')}>
          <DocumentLinks key={assessment.id} assessment={assessment} />
        </Section>
      )}
      {signOff.steps.length > 0 && (
        <Section title={t('assessments.steps')}>
          <SignOffSteps steps={signOff.steps} />
        </Section>
      )}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
