import { read } from '~/api/answers.server';
import { actionQuery } from '~/features/remediation/action-filters';
import { loadFilterChoices } from '~/features/remediation/filter-choices.server';
import { PlanTabs } from '~/features/remediation/plan-tabs';
import { TimelineChart } from '~/features/remediation/timeline-chart';
import { timelineColumns } from '~/features/remediation/timeline-columns';
import { ViewToolbar } from '~/features/remediation/view-toolbar';
import styles from '~/features/remediation/plan-timeline.module.css';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { DataTable } from '~/ui/table/data-table';
import { TableFooter } from '~/ui/table/table-footer';
import { pageOf } from '~/ui/table/page-query';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.plan.timeline';

export const meta: Route.MetaFunction = () => pageTitle(t('planViews.timeline'), t('remediation.title'));
export const handle = HAS_PAST;

/** As many rows as one looks over at once. */
const ON_A_PAGE = 30;

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'plan:read');
  const { sort: _always, ...query } = actionQuery(request);
  const [line, summary, choices] = await Promise.all([
    read(api.GET('/api/v1/plan/timeline', { params: { query: { ...query, limit: ON_A_PAGE } } })),
    read(api.GET('/api/v1/plan/summary', { params: { query: { assessmentId: query.assessmentId } } })),
    loadFilterChoices(api),
  ]);
  return {
    actions: line.items,
    page: pageOf(line, request),
    // What has no date is no part of the line, nor of its file.
    exported: { ...query, cursor: undefined, dated: 'true', sort: 'due' },
    // Counted today: beside a past day it would contradict it.
    undated: query.asOf ? 0 : summary.undated,
    openLessons: summary.openLessons,
    choices,
    // Of a past day: what is late is reckoned for it, too.
    today: query.asOf ?? session.today,
  };
}

export default function PlanTimeline({ loaderData }: Route.ComponentProps) {
  const { actions, page, exported, undated, openLessons, choices, today } = loaderData;
  const part = { shown: actions.length, total: page.total };
  return (
    <>
      <PageHeader title={t('remediation.title')} lead={t('planViews.timelineLead')} />
      <PlanTabs openLessons={openLessons} />
      <Stack>
        <Section flush>
          <ViewToolbar choices={choices} exported={exported} />
          {actions.length > 0 && <TimelineChart actions={actions} today={today} />}
          <p className={styles.note}>
            {actions.length === 0
              ? t('planViews.timelineEmpty')
              : t(page.totalIsCapped ? 'planViews.timelinePartCapped' : 'planViews.timelinePart', part)}
            {undated > 0 && ` ${t('planViews.timelineUndated', { count: undated })}`}
          </p>
        </Section>
        {actions.length > 0 && (
          <Section flush title={t('planViews.asList')}>
            <DataTable
              plain
              caption={t('planViews.timeline')}
              columns={timelineColumns()}
              rows={actions}
              rowKey={({ id }) => id}
              empty={null}
            />
            <TableFooter page={page} />
          </Section>
        )}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
