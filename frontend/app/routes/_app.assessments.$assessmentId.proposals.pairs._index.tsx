import { read } from '~/api/answers.server';
import { PairTable } from '~/features/assessments/pair-table';
import { ProposalBar } from '~/features/assessments/proposal-bar';
import { proposalFilterFields, proposalQuery } from '~/features/assessments/proposal-filters';
import { ProposalsDone } from '~/features/assessments/proposals-done';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { TableFooter } from '~/ui/table/table-footer';
import { pageOf } from '~/ui/table/page-query';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.proposals.pairs._index';

export const meta: Route.MetaFunction = () => pageTitle(t('proposals.byPair'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const { state, cursor, ...filter } = proposalQuery(request);
  const query = { ...filter, state, cursor, limit: 25 };
  const list = await read(api.GET('/api/v1/assessments/{id}/proposals/pairs', { params: { path, query } }));
  return {
    pairs: list.items,
    counts: list.counts,
    choices: list.choices,
    page: pageOf(list, request),
    state,
    narrowed: Object.keys(filter).length > 0,
  };
}

export default function ProposedPairs({ loaderData }: Route.ComponentProps) {
  const { pairs, counts, choices, page, state, narrowed } = loaderData;
  const { id, status } = useAssessment();
  return (
    <Stack>
      <ProposalBar
        assessmentId={id}
        signed={status === 'signed'}
        view="pairs"
        state={state}
        counts={counts}
        filters={proposalFilterFields(choices)}
      />
      {pairs.length === 0 ? (
        <ProposalsDone counts={counts} state={state} narrowed={narrowed} />
      ) : (
        <Section flush>
          <PairTable assessmentId={id} pairs={pairs} />
          {(page.nextCursor || page.isLaterPage) && <TableFooter page={page} />}
        </Section>
      )}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
