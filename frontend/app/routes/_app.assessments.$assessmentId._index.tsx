import { attempt, ifMatch } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { AnswerFiles } from '~/features/assessments/answer-files';
import { DocumentLinks } from '~/features/assessments/document-links';
import { NextReview } from '~/features/assessments/next-review';
import { RegisterLeft } from '~/features/assessments/register-left';
import { NumberTiles } from '~/features/assessments/number-tiles';
import { SectionProgress } from '~/features/assessments/section-progress';
import { SignOffFacts } from '~/features/assessments/sign-off-facts';
import { tilesOf } from '~/features/assessments/assessment-tiles';
import { TestSummary } from '~/features/assessments/test-summary';
import { Withdraw, WithdrawnNote } from '~/features/assessments/withdrawal';
import { withdraw } from '~/features/assessments/withdraw-action.server';
import { useAssessment } from '~/features/assessments/use-assessment';
import { CarriedOnNote } from '~/features/risks/carried-on-note';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { describeProblem } from '~/ui/feedback/describe-problem';
import { PageError } from '~/ui/feedback/error-page';
import { Section, Stack } from '~/ui/text/section';
import { pageTitle } from '~/ui/text/page-title';
import type { Route } from './+types/_app.assessments.$assessmentId._index';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.overview'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  return { history: await readHistory(api, request, 'assessment', params.assessmentId) };
}

/** Takes over the register of the signed analysis before this one, or takes this one back. */
export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  if (form.get('intent') === 'withdraw') return withdraw(api, params.assessmentId, form);
  const here = `/assessments/${params.assessmentId}`;
  const taken = await attempt(
    api.POST('/api/v1/assessments/{id}/register-takeover', {
      params: { path: { id: params.assessmentId } },
      headers: ifMatch(form.get('version')),
    }),
  );
  if (taken.ok) return redirectWithFlash(here, t('carried.taken'));
  return redirectWithFlash(here, { text: describeProblem(taken.problem, false).happened, tone: 'warning' });
}

const SECTIONS_LEAD = {
  draft: 'assessments.sectionsLead',
  'in-review': 'assessments.sectionsLeadKept',
  signed: 'assessments.sectionsLeadKept',
  withdrawn: 'assessments.sectionsLeadWithdrawn',
} as const;

export default function AssessmentOverview({ loaderData }: Route.ComponentProps) {
  const assessment = useAssessment();
  const { carriedOnTo, status } = assessment;
  const mayExport = useCan('report:export');
  return (
    <Stack>
      {carriedOnTo && <CarriedOnNote next={carriedOnTo} to={`/assessments/${carriedOnTo.id}`} />}
      <WithdrawnNote withdrawn={assessment.withdrawn} />
      <RegisterLeft assessment={assessment} />
      <NextReview assessment={assessment} />
      <Section title={t('assessments.numbers')}>
        <NumberTiles tiles={tilesOf(assessment)} />
      </Section>
      <Section
        flush
        title={t('assessments.sectionsTitle')}
        lead={t(SECTIONS_LEAD[status])}
        actions={<AnswerFiles assessment={assessment} />}
      >
        <SectionProgress assessment={assessment} />
      </Section>
      <Section flush title={t('assessments.tests')}>
        <TestSummary assessment={assessment} />
      </Section>
      {mayExport && (
        <Section title={t('assessments.documents')} lead={t('assessments.documentsLead')}>
          <DocumentLinks key={assessment.id} assessment={assessment} />
        </Section>
      )}
      <Section title={t('assessments.facts')}>
        <SignOffFacts assessment={assessment} />
      </Section>
      <Withdraw allowedActions={assessment.allowedActions} version={assessment.version} />
      <RecordHistory recordId={assessment.id} history={loaderData.history} />
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
