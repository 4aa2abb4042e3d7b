import { IconHistory } from '@tabler/icons-react';
import { attempt, read, refused } from '~/api/answers.server';
import { eventColumns } from '~/features/audit/event-columns';
import { eventFilters, logFilters } from '~/features/audit/event-filters';
import { LogExports } from '~/features/audit/log-exports';
import { logNextStep } from '~/features/audit/log-next-step';
import { LogState } from '~/features/audit/log-state';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable } from '~/ui/table/data-table';
import { useListFilters } from '~/ui/table/list-filters';
import { pageOf } from '~/ui/table/page-query';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.audit';

export const meta: Route.MetaFunction = () => pageTitle(t('audit.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'audit:read');
  const search = new URL(request.url).searchParams;
  const filters = eventFilters(request);
  const cursor = search.get('cursor') ?? undefined;
  const [list, state, colleagues] = await Promise.all([
    read(api.GET('/api/v1/audit-events', { params: { query: { ...filters, cursor } } })),
    read(api.GET('/api/v1/audit-events/verification')),
    read(api.GET('/api/v1/colleagues')),
  ]);
  // A verification that has ended says all in the state; only one under way is watched.
  const { jobId, status } = state.lastRun ?? {};
  const underWay = jobId && (status === 'queued' || status === 'running');
  const job = underWay ? await read(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })) : null;
  return {
    events: list.items,
    volumes: list.volumes,
    page: pageOf(list, request),
    filters,
    state,
    job,
    people: colleagues.items,
  };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'audit:read');
  const started = await attempt(api.POST('/api/v1/audit-events/verification'));
  if (!started.ok) return refused(started.problem, form);
  return redirectWithFlash('/audit', t('audit.verifying'));
}

export default function Audit({ loaderData, actionData }: Route.ComponentProps) {
  const { events, volumes, page, filters, state, job, people } = loaderData;
  const mayExport = useCan('audit:export');
  return (
    <>
      <PageHeader
        title={t('audit.title')}
        lead={t('audit.lead')}
        nextStep={logNextStep(state.lastRun)}
        actions={mayExport && <LogExports filters={filters} volumes={volumes} />}
      />
      <Stack>
        {actionData && <ErrorPanel problem={actionData.problem} />}
        <Section flush>
          <DataTable
            caption={t('audit.title')}
            columns={eventColumns()}
            rows={events}
            rowKey={({ id }) => id}
            page={page}
            {...useListFilters(logFilters(people))}
            empty={
              <EmptyState icon={IconHistory} title={t('audit.emptyTitle')}>
                {t('audit.emptyText')}
              </EmptyState>
            }
          />
        </Section>
        <LogState state={state} job={job} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
