import { read } from '~/api/answers.server';
import { actionQuery } from '~/features/remediation/action-filters';
import { loadBoard } from '~/features/remediation/board.server';
import { loadFilterChoices } from '~/features/remediation/filter-choices.server';
import { PlanBoard } from '~/features/remediation/plan-board';
import { PlanTabs } from '~/features/remediation/plan-tabs';
import { ViewToolbar } from '~/features/remediation/view-toolbar';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.plan.board';

export const meta: Route.MetaFunction = () => pageTitle(t('planViews.board'), t('remediation.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'plan:read');
  const query = actionQuery(request);
  const [columns, summary, choices] = await Promise.all([
    loadBoard(api, query),
    read(api.GET('/api/v1/plan/summary', { params: { query: { assessmentId: query.assessmentId } } })),
    loadFilterChoices(api),
  ]);
  const exported = { ...query, cursor: undefined, sort: 'due' };
  return { columns, openLessons: summary.openLessons, choices, exported };
}

export default function Board({ loaderData }: Route.ComponentProps) {
  const { columns, openLessons, choices, exported } = loaderData;
  return (
    <>
      <PageHeader title={t('remediation.title')} lead={t('planViews.boardLead')} />
      <PlanTabs openLessons={openLessons} />
      <Section flush>
        <ViewToolbar choices={choices} exported={exported} />
        <PlanBoard columns={columns} />
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
