import { attempt, ifMatch, read } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { loadFlowPlaces } from '~/features/inventory/place-choices.server';
import { ConcernList } from '~/features/inventory/concern-badges';
import { endOrResumeFlow } from '~/features/inventory/end-flow.server';
import { FlowEnding } from '~/features/inventory/flow-ending';
import { FlowFacts } from '~/features/inventory/flow-facts';
import { flowNextStep } from '~/features/inventory/flow-next-step';
import { FlowFields } from '~/features/inventory/flow-fields';
import { atPlaces, FLOW_BOXES, flowFromForm } from '~/features/inventory/flow-from-form.server';
import { refusedWithBoxes } from '~/features/inventory/refused-form.server';
import { RecordReviewSection } from '~/features/reviews/record-review-section';
import { readReviews, reviewRecord } from '~/features/reviews/review-records.server';
import { orItsReview } from '~/features/reviews/reviews-next-step';
import styles from '~/features/inventory/inventory.module.css';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.inventory.flows.$flowId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.flow.name, t('dataFlows.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'data-flow:read');
  const editing = new URL(request.url).searchParams.has('edit');
  const [flow, reviews, history] = await Promise.all([
    read(api.GET('/api/v1/data-flows/{id}', { params: { path: { id: params.flowId } } })),
    editing ? null : readReviews(api, session.permissions, params.flowId),
    editing ? null : readHistory(api, request, 'data-flow', params.flowId),
  ]);
  const idOf = ({ assetId, vendorId }: typeof flow.from) => assetId ?? vendorId;
  const places = editing ? await loadFlowPlaces(api, { from: idOf(flow.from), to: idOf(flow.to) }) : null;
  return { flow, places, reviews, history };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'data-flow:write');
  if (form.get('intent') === 'active') return endOrResumeFlow(api, params.flowId, form);
  if (form.get('intent') === 'review-record')
    return reviewRecord(api, `/inventory/flows/${params.flowId}`, form);
  const told = await flowFromForm(api, form);
  if (!told.ok) return refusedWithBoxes(told.problem, form, FLOW_BOXES);
  const saved = await attempt(
    api.PATCH('/api/v1/data-flows/{id}', {
      params: { path: { id: params.flowId } },
      headers: ifMatch(form.get('version')),
      body: told.flow,
    }),
  );
  if (!saved.ok) return refusedWithBoxes(atPlaces(saved.problem), form, FLOW_BOXES);
  return redirectWithFlash(
    `/inventory/flows/${params.flowId}`,
    t('dataFlows.saved', { name: saved.data.name }),
  );
}

export default function FlowPage({ loaderData, actionData }: Route.ComponentProps) {
  const { flow, places, reviews, history } = loaderData;
  const mayWrite = useCan('data-flow:write');
  const trail = [{ to: '/inventory/flows', label: t('dataFlows.title') }];
  if (places && mayWrite) {
    return (
      <>
        <PageHeader title={flow.name} trail={trail} />
        <Section>
          <AppForm refused={actionData} draftKey={flow.id} version={flow.version} label={flow.name}>
            <FlowFields flow={flow} places={places} />
            <FormActions>
              <SubmitButton>{t('actions.save')}</SubmitButton>
              <ButtonLink to={`/inventory/flows/${flow.id}`} variant="default">
                {t('actions.cancel')}
              </ButtonLink>
            </FormActions>
          </AppForm>
        </Section>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={flow.name}
        trail={trail}
        badge={
          <StatusBadge tone={flow.active ? 'good' : 'neutral'}>
            {flow.active ? t('dataFlows.inUse') : t('dataFlows.hasEnded')}
          </StatusBadge>
        }
        nextStep={orItsReview(flowNextStep(flow, mayWrite), reviews)}
        actions={
          mayWrite && (
            <>
              <FlowEnding flow={flow} />
              <ButtonLink to="?edit">{t('dataFlows.edit')}</ButtonLink>
            </>
          )
        }
      />
      <Stack>
        {actionData?.values.active === 'true' && <ErrorPanel problem={actionData.problem} />}
        <div className={styles.columns}>
          <FlowFacts flow={flow} />
          {flow.active && (
            <Section title={t('dataFlows.concerns')} lead={t('dataFlows.concernsLead')}>
              <ConcernList concerns={flow.concerns} />
            </Section>
          )}
        </div>
        <RecordReviewSection record={reviews} />
        <RecordHistory recordId={flow.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
