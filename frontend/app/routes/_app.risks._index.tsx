import { IconAlertHexagon } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { only } from '~/api/only';
import { CarriedOnNote } from '~/features/risks/carried-on-note';
import { cellWords } from '~/features/risks/heat-cell';
import { levelChoices } from '~/features/risks/level-choices';
import { loadHeatMap, shownOfRisk } from '~/features/risks/register.server';
import { registerNextStep } from '~/features/risks/register-next-step';
import { riskColumns } from '~/features/risks/risk-columns';
import { riskFilters, riskQuery } from '~/features/risks/risk-filters';
import { RiskHeatMap } from '~/features/risks/risk-heat-map';
import { loadOwners } from '~/features/organization/owners.server';
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
import type { Route } from './+types/_app.risks._index';

export const meta: Route.MetaFunction = () => pageTitle(t('risks.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'risk:read');
  const query = riskQuery(request);
  const [list, assessments, colleagues, heatMap, scales] = await Promise.all([
    read(api.GET('/api/v1/risks', { params: { query } })),
    read(api.GET('/api/v1/assessments', { params: { query: { limit: 100 } } })),
    loadOwners(api),
    loadHeatMap(api, query.assessmentId, query.asOf),
    read(api.GET('/api/v1/risks/scales', { params: { query: { assessmentId: query.assessmentId } } })),
  ]);
  const mapped = assessments.items.find(({ id }) => id === heatMap?.assessmentId);
  return {
    mapped: mapped && only(mapped, 'id', 'title', 'status', 'carriedOnTo'),
    risks: list.items.map(shownOfRisk),
    page: pageOf(list, request),
    exported: { ...query, cursor: undefined },
    heatMap,
    choices: {
      assessments: assessments.items.map((assessment) => only(assessment, 'id', 'title')),
      owners: colleagues.map((owner) => only(owner, 'id', 'name')),
      levels: levelChoices(scales.items, query.level, heatMap),
    },
  };
}

export default function Risks({ loaderData }: Route.ComponentProps) {
  const mayExport = useCan('report:export');
  const { risks, page, heatMap, mapped, choices, exported } = loaderData;
  const mayWrite = useCan('risk:write');
  const mayAnalyse = useCan('assessment:write');
  const carriedOnTo = mapped?.carriedOnTo;
  const filters = useListFilters(riskFilters(choices, cellWords(exported.cell, heatMap)));
  const hasAny = risks.length > 0 || filters.filters.length > 0;
  return (
    <>
      <PageHeader
        title={t('risks.title')}
        lead={t('risks.lead')}
        nextStep={registerNextStep(
          { assessment: mapped, heatMap },
          { rate: mayWrite, analyse: mayAnalyse, invite: useCan('member:write') },
        )}
        actions={
          <>
            <ButtonLink to="/risks/trend" variant="default">
              {t('trend.open')}
            </ButtonLink>
            {mayWrite && choices.assessments.length > 0 && (
              <ButtonLink to="/risks/new">{t('risks.new')}</ButtonLink>
            )}
          </>
        }
      />
      <Stack>
        {carriedOnTo && !exported.asOf && (
          <CarriedOnNote next={carriedOnTo} to={`/risks?assessmentId=${carriedOnTo.id}`}>
            {t('carried.carriedOnMap')}
          </CarriedOnNote>
        )}
        {heatMap && hasAny && (
          <RiskHeatMap
            counts={heatMap}
            assessment={mapped?.title ?? ''}
            cell={exported.cell}
            movedOn={Boolean(carriedOnTo) && !exported.asOf}
          />
        )}
        <Section id="register" flush>
          <DataTable
            caption={t('risks.title')}
            columns={riskColumns()}
            rows={risks}
            files={mayExport ? { list: '/api/v1/risks', filters: exported } : undefined}
            rowKey={({ id }) => id}
            page={page}
            {...filters}
            empty={
              <EmptyState
                icon={IconAlertHexagon}
                title={t('risks.emptyTitle')}
                actions={<ButtonLink to="/assessments">{t('risks.toAssessments')}</ButtonLink>}
              >
                {t('risks.emptyText')}
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
