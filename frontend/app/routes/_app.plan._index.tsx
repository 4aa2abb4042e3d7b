import { IconListCheck } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { actionColumns, shownOfAction } from '~/features/remediation/action-columns';
import { actionFilters, actionQuery } from '~/features/remediation/action-filters';
import { loadFilterChoices } from '~/features/remediation/filter-choices.server';
import { planNextStep } from '~/features/remediation/plan-next-step';
import { PlanSummary } from '~/features/remediation/plan-summary';
import { PlanTabs } from '~/features/remediation/plan-tabs';
import { CarriedOnNote } from '~/features/risks/carried-on-note';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { DataTable } from '~/ui/table/data-table';
import { useListFilters } from '~/ui/table/list-filters';
import { pageOf } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.plan._index';

export const meta: Route.MetaFunction = () => pageTitle(t('remediation.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'plan:read');
  const query = actionQuery(request);
  const [list, summary, choices] = await Promise.all([
    read(api.GET('/api/v1/actions', { params: { query } })),
    read(api.GET('/api/v1/plan/summary', { params: { query: { assessmentId: query.assessmentId } } })),
    loadFilterChoices(api),
  ]);
  return {
    actions: list.items.map(shownOfAction),
    page: pageOf(list, request),
    exported: { ...query, cursor: undefined },
    summary,
    assessmentId: query.assessmentId ?? null,
    carriedOnTo: choices.assessments.find(({ id }) => id === query.assessmentId)?.carriedOnTo ?? null,
    choices,
  };
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  const mayExport = useCan('report:export');
  const { actions, page, summary, assessmentId, carriedOnTo, choices, exported } = loaderData;
  const mayWrite = useCan('action:write');
  const mayValidate = useCan('action:validate');
  const filters = useListFilters(actionFilters(choices));
  return (
    <>
      <PageHeader
        title={t('remediation.title')}
        lead={t('remediation.lead')}
        nextStep={planNextStep(summary, assessmentId, { plan: mayWrite, validate: mayValidate })}
        actions={
          mayWrite &&
          choices.assessments.length > 0 && <ButtonLink to="/plan/new">{t('remediation.new')}</ButtonLink>
        }
      />
      <PlanTabs openLessons={summary.openLessons} />
      <Stack>
        {/* Both tell of today: above a list of a past day they would contradict it. */}
        {carriedOnTo && !exported.asOf && (
          <CarriedOnNote next={carriedOnTo} to={`/plan?assessmentId=${carriedOnTo.id}`} />
        )}
        {summary.count > 0 && !exported.asOf && <PlanSummary summary={summary} assessmentId={assessmentId} />}
        <Section flush>
          <DataTable
            caption={t('remediation.title')}
            columns={actionColumns()}
            rows={actions}
            files={mayExport ? { list: '/api/v1/actions', filters: exported } : undefined}
            rowKey={({ id }) => id}
            page={page}
            {...filters}
            empty={
              <EmptyState
                icon={IconListCheck}
                title={t('remediation.emptyTitle')}
                actions={<ButtonLink to="/risks">{t('remediation.toRisks')}</ButtonLink>}
              >
                {t('remediation.emptyText')}
              </EmptyState>
            }
          />
        </Section>
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
