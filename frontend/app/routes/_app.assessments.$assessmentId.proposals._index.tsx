import { read } from '~/api/answers.server';
import { actOnProposals } from '~/features/assessments/proposal-actions.server';
import { ownAddress } from '~/features/assessments/own-address.server';
import { ProposalBar } from '~/features/assessments/proposal-bar';
import { proposalFilterFields, proposalQuery } from '~/features/assessments/proposal-filters';
import { ProposalSubject } from '~/features/assessments/proposal-subject';
import { ProposalsDone } from '~/features/assessments/proposals-done';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { TableFooter } from '~/ui/table/table-footer';
import { pageOf } from '~/ui/table/page-query';
import { pageTitle } from '~/ui/text/page-title';
import { Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.proposals._index';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.threats'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const { state, cursor, ...filter } = proposalQuery(request);
  // Each asset brings a dozen threats or more, every one with what can be done about it.
  const query = { ...filter, state, cursor, limit: 5 };
  const list = await read(api.GET('/api/v1/assessments/{id}/proposals', { params: { path, query } }));
  return {
    subjects: list.items,
    counts: list.counts,
    choices: list.choices,
    page: pageOf(list, request),
    state,
    narrowed: Object.keys(filter).length > 0,
    open: openOf(list.items, request),
  };
}

/** The one that was asked for, else the first. */
function openOf(subjects: readonly { id: string }[], request: Request): string | undefined {
  const asked = new URL(request.url).searchParams.get('open');
  return (subjects.find(({ id }) => id === asked) ?? subjects[0])?.id;
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  return actOnProposals(api, params.assessmentId, form, ownAddress(request));
}

export default function Proposals({ loaderData, actionData }: Route.ComponentProps) {
  const { subjects, counts, choices, page, state, narrowed, open } = loaderData;
  const { id, allowedActions, status } = useAssessment();
  const mayDecide = allowedActions.includes('answer');
  return (
    <Stack>
      {actionData && <ErrorPanel problem={actionData.problem} changing />}
      <ProposalBar
        assessmentId={id}
        signed={status === 'signed'}
        view="things"
        state={state}
        counts={counts}
        filters={proposalFilterFields(choices)}
      />
      {subjects.length === 0 && <ProposalsDone counts={counts} state={state} narrowed={narrowed} />}
      {subjects.map((subject) => (
        <ProposalSubject
          key={subject.id}
          subject={subject}
          mayDecide={mayDecide}
          open={subject.id === open}
          decided={state !== 'open'}
        />
      ))}
      {(page.nextCursor || page.isLaterPage) && <TableFooter page={page} />}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
