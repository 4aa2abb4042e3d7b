import { read } from '~/api/answers.server';
import { actOnProposals } from '~/features/assessments/proposal-actions.server';
import { ProposalSubject } from '~/features/assessments/proposal-subject';
import { ProposalsDone } from '~/features/assessments/proposals-done';
import { TurnedDown } from '~/features/assessments/turned-down';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { TableFooter } from '~/ui/table/table-footer';
import { pageOf } from '~/ui/table/page-query';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.proposals';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.threats'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [list, dismissals] = await Promise.all([
    read(api.GET('/api/v1/assessments/{id}/proposals', { params: { path, query: { cursor, limit: 10 } } })),
    read(api.GET('/api/v1/assessments/{id}/proposals/dismissals', { params: { path } })),
  ]);
  return {
    subjects: list.items,
    counts: list.counts,
    page: pageOf(list, request),
    dismissals: dismissals.items,
  };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  return actOnProposals(api, params.assessmentId, form);
}

export default function Proposals({ loaderData, actionData }: Route.ComponentProps) {
  const { subjects, counts, page, dismissals } = loaderData;
  const mayDecide = useAssessment().allowedActions.includes('answer');
  return (
    <Stack>
      {actionData && <ErrorPanel problem={actionData.problem} changing />}
      <Section title={t('assessments.threatsTitle')} lead={t('assessments.threatsLead')}>
        <p>{t('assessments.threatCounts', counts)}</p>
      </Section>
      {subjects.length === 0 && <ProposalsDone decided={counts.accepted + counts.dismissed > 0} />}
      {subjects.map((subject, index) => (
        <ProposalSubject key={subject.id} subject={subject} mayDecide={mayDecide} open={index === 0} />
      ))}
      {(page.nextCursor || page.isLaterPage) && <TableFooter page={page} />}
      {dismissals.length > 0 && <TurnedDown dismissals={dismissals} mayDecide={mayDecide} />}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
