import { redirect } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { typedNumber } from '~/api/typed-number';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { askAcceptance, decideAcceptance } from '~/features/risks/acceptance-actions.server';
import { CarriedReview } from '~/features/risks/carried-review';
import { confirmReview } from '~/features/risks/review-actions.server';
import { RecordReviewSection } from '~/features/reviews/record-review-section';
import { readReviews, reviewRecord } from '~/features/reviews/review-records.server';
import { orItsReview } from '~/features/reviews/reviews-next-step';
import { RiskAcceptances } from '~/features/risks/risk-acceptances';
import { RiskActions } from '~/features/risks/risk-actions';
import { RiskFacts } from '~/features/risks/risk-facts';
import { RiskForm } from '~/features/risks/risk-form';
import { riskFromForm, statusFromForm } from '~/features/risks/risk-form.server';
import { riskNextStep } from '~/features/risks/risk-next-step';
import { RiskReading } from '~/features/risks/risk-reading';
import { RiskSubjects } from '~/features/risks/risk-subjects';
import { RiskStatusMoves } from '~/features/risks/risk-status-moves';
import { addSubject, removeSubjects } from '~/features/risks/subject-actions.server';
import { RISK_TONE, riskNumber, riskStatusWord } from '~/features/risks/words';
import { loadOwners } from '~/features/organization/owners.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.risks.$riskId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.risk.title, t('risks.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'risk:read');
  const q = typedNumber(params.riskId, 'R');
  const named = q && (await read(api.GET('/api/v1/risks', { params: { query: { q, limit: 1 } } }))).items[0];
  if (named) throw redirect(`/risks/${named.id}`);
  const [risk, colleagues, reviews, history] = await Promise.all([
    read(api.GET('/api/v1/risks/{id}', { params: { path: { id: params.riskId } } })),
    loadOwners(api),
    readReviews(api, session.permissions, params.riskId),
    readHistory(api, request, 'risk', params.riskId),
  ]);
  return { risk, colleagues, reviews, history };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'risk:read');
  // Who may accept a risk need not be one who rates it: the backend judges each.
  if (form.get('intent') === 'ask-acceptance') return askAcceptance(api, params.riskId, form);
  if (form.get('intent') === 'decide-acceptance') return decideAcceptance(api, params.riskId, form);
  if (form.get('intent') === 'confirm-review') return confirmReview(api, params.riskId, form);
  if (form.get('intent') === 'review-record') return reviewRecord(api, `/risks/${params.riskId}`, form);
  if (form.get('intent') === 'add-subject') return addSubject(api, params.riskId, form);
  if (form.get('intent') === 'remove-subjects') return removeSubjects(api, params.riskId, form);
  const moves = form.get('intent') === 'status';
  const saved = await attempt(
    api.PATCH('/api/v1/risks/{id}', {
      params: { path: { id: params.riskId } },
      headers: ifMatch(form.get('version')),
      body: moves ? statusFromForm(form) : riskFromForm(form),
    }),
  );
  if (!saved.ok) return refused(saved.problem, form);
  const number = String(saved.data.number);
  const words = moves
    ? t('risks.moved', { number, status: riskStatusWord(saved.data.status).toLowerCase() })
    : t('risks.saved', { number });
  return redirectWithFlash(`/risks/${params.riskId}`, words);
}

export default function RiskPage({ loaderData, actionData }: Route.ComponentProps) {
  const { risk, colleagues, reviews, history } = loaderData;
  const mayUpdate = risk.allowedActions.includes('update');
  // Its questions show their own refusals.
  const intent = actionData?.values.intent;
  const isElsewhere =
    intent === 'add-subject' ||
    intent === 'remove-subjects' ||
    intent === 'confirm-review' ||
    intent === 'review-record' ||
    intent?.endsWith('-acceptance') ||
    (intent === 'status' && actionData?.values.status !== 'open');
  return (
    <>
      <PageHeader
        title={`${riskNumber(risk.number)} ${risk.title}`}
        trail={[
          { to: `/assessments/${risk.assessment.id}`, label: risk.assessment.title },
          { to: `/risks?assessmentId=${risk.assessment.id}`, label: t('risks.title') },
        ]}
        badge={<StatusBadge tone={RISK_TONE[risk.status]}>{riskStatusWord(risk.status)}</StatusBadge>}
        nextStep={orItsReview(riskNextStep(risk), reviews)}
        actions={<RiskStatusMoves risk={risk} />}
      />
      <Stack>
        <Section title={t('risks.factsTitle')}>
          <RiskFacts risk={risk} />
        </Section>
        <RiskSubjects risk={risk} refused={actionData} />
        <CarriedReview risk={risk} />
        {mayUpdate ? (
          <RiskForm risk={risk} colleagues={colleagues} refused={isElsewhere ? undefined : actionData} />
        ) : (
          <RiskReading risk={risk} />
        )}
        <RiskAcceptances risk={risk} />
        <RiskActions risk={risk} />
        <RecordReviewSection record={reviews} />
        <RecordHistory recordId={risk.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
