import { IconUrgent } from '@tabler/icons-react';
import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { IncidentRegisters } from '~/features/incidents/incident-registers';
import { INCIDENT_FILTERS, IncidentTable } from '~/features/incidents/incident-table';
import { incidentsNextStep } from '~/features/incidents/incidents-next-step';
import { OwnReports } from '~/features/incidents/own-reports';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { filtersOf } from '~/ui/table/list-address';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.incidents._index';

type Query = NonNullable<paths['/api/v1/incidents']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('incidents.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'incident:read');
  const filters = filtersOf(request, INCIDENT_FILTERS);
  const query = { ...filters, ...pageQuery(request) } as Query;
  const reports = session.permissions.includes('incident:report');
  const counted = (more: Query) =>
    read(api.GET('/api/v1/incidents', { params: { query: { limit: 1, ...more } } }));
  const [list, all, reported, mine] = await Promise.all([
    read(api.GET('/api/v1/incidents', { params: { query } })),
    counted({}),
    counted({ state: 'reported' }),
    reports ? read(api.GET('/api/v1/incidents/mine')) : { items: [] },
  ]);
  return {
    incidents: list.items,
    page: pageOf(list, request),
    exported: { ...filters, sort: query.sort },
    all: all.total,
    reported: reported.total,
    mine: mine.items,
    thisYear: Number(session.today.slice(0, 4)),
  };
}

export default function Incidents({ loaderData }: Route.ComponentProps) {
  const { incidents, page, exported, all, reported, mine, thisYear } = loaderData;
  const seesAll = useCan('incident-register:read');
  const mayExport = useCan('incident:export');
  const report = useCan('incident:report') && (
    <ButtonLink to="/incidents/report">{t('incidents.report')}</ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t('incidents.title')}
        lead={t('incidents.lead')}
        nextStep={seesAll ? incidentsNextStep({ all, reported }) : undefined}
        actions={report}
      />
      <Stack>
        {(seesAll || all > 0) && (
          <Section flush>
            <IncidentTable
              incidents={incidents}
              page={page}
              exported={exported}
              empty={
                <EmptyState icon={IconUrgent} title={t('incidents.emptyTitle')} actions={report}>
                  {t('incidents.emptyText')}
                </EmptyState>
              }
            />
          </Section>
        )}
        {mayExport && all > 0 && <IncidentRegisters thisYear={thisYear} />}
        {!seesAll && <OwnReports reports={mine} />}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
