import { IconChartBar } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { TopRisks } from '~/features/risks/top-risks';
import { TrendChart } from '~/features/risks/trend-chart';
import { TrendTable } from '~/features/risks/trend-table';
import { ScalesDiffer } from '~/features/risks/scales-differ';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { TableExport } from '~/ui/table/table-export';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.risks.trend';

export const meta: Route.MetaFunction = () => pageTitle(t('trend.title'), t('risks.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'risk:read');
  const [trend, work] = await Promise.all([
    read(api.GET('/api/v1/risks/trend')),
    read(api.GET('/api/v1/my-work')),
  ]);
  return { trend, nextStep: work.nextStep };
}

export default function RiskTrend({ loaderData }: Route.ComponentProps) {
  const { points, topRisks } = loaderData.trend;
  const mayExport = useCan('report:export');
  const isEmpty = points.every(({ openRisks }) => openRisks === 0);
  return (
    <>
      <PageHeader
        title={t('trend.title')}
        trail={[{ to: '/risks', label: t('risks.title') }]}
        lead={t('trend.lead')}
        nextStep={loaderData.nextStep}
      />
      {isEmpty ? (
        <EmptyState
          icon={IconChartBar}
          title={t('trend.emptyTitle')}
          actions={<ButtonLink to="/risks">{t('carried.pageEmptyLink')}</ButtonLink>}
        >
          {t('trend.emptyText')}
        </EmptyState>
      ) : (
        <Stack>
          <Section title={t('trend.chartTitle')} lead={t('trend.chartLead')}>
            <TrendChart points={points} />
            <ScalesDiffer points={points} />
          </Section>
          <Section
            flush
            title={t('trend.tableTitle')}
            actions={mayExport && <TableExport files={{ list: '/api/v1/risks/trend', filters: {} }} />}
          >
            <TrendTable points={points} />
          </Section>
          <Section flush title={t('trend.topTitle')} lead={t('trend.topLead')}>
            <TopRisks risks={topRisks} />
          </Section>
        </Stack>
      )}
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
