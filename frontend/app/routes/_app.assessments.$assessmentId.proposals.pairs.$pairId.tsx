import { read } from '~/api/answers.server';
import { ownAddress } from '~/features/assessments/own-address.server';
import { actOnPair } from '~/features/assessments/pair-actions.server';
import { PairAsOneRisk, PairDecision } from '~/features/assessments/pair-decision';
import { PairFacts } from '~/features/assessments/pair-facts';
import { PairThings } from '~/features/assessments/pair-things';
import { thingFilters } from '~/features/assessments/proposal-filters';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageOf } from '~/ui/table/page-query';
import { pageTitle } from '~/ui/text/page-title';
import { Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.proposals.pairs.$pairId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.pair.threat.title ?? t('proposals.pair'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const { assessmentId: id, pairId } = params;
  const query = thingFilters(request);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [pair, open] = await Promise.all([
    read(
      api.GET('/api/v1/assessments/{id}/proposals/pairs/{pairId}', {
        params: { path: { id, pairId }, query },
      }),
    ),
    read(
      api.GET('/api/v1/assessments/{id}/proposals', {
        params: { path: { id }, query: { ...query, pairId, cursor, limit: 25 } },
      }),
    ),
  ]);
  const things = open.items
    .filter(({ proposals }) => proposals.length > 0)
    .map(({ type, id: thing, tag, name, kind }) => ({ type, id: thing, tag, name, kind }));
  return { pair, things, page: pageOf(open, request), narrowed: Object.keys(query).length > 0 };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  return actOnPair(api, params, form, thingFilters(request), ownAddress(request));
}

export default function PairPage({ loaderData, actionData }: Route.ComponentProps) {
  const { pair, things, page, narrowed } = loaderData;
  const { id, allowedActions } = useAssessment();
  const mayDecide = allowedActions.includes('answer');
  return (
    <Stack>
      <PairFacts assessmentId={id} pair={pair} />
      {mayDecide && <PairAsOneRisk pair={pair} narrowed={narrowed} refused={actionData} />}
      {mayDecide && <PairDecision pair={pair} narrowed={narrowed} refused={actionData} />}
      <PairThings pair={pair} things={things} page={page} mayDecide={mayDecide} />
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
