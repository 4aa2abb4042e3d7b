import { IconRoute } from '@tabler/icons-react';
import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { FLOW_FILTERS, flowFilters } from '~/features/inventory/flow-filters';
import { flowsNextStep } from '~/features/inventory/flow-next-step';
import { FlowTable } from '~/features/inventory/flow-table';
import { shownOfFlow } from '~/features/inventory/shown-flow.server';
import { filtersOf } from '~/ui/table/list-address';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { useListFilters } from '~/ui/table/list-filters';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.flows._index';

type Query = NonNullable<paths['/api/v1/data-flows']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('dataFlows.title'), t('inventory.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'data-flow:read');
  const filters = filtersOf(request, FLOW_FILTERS);
  const query = { ...filters, ...pageQuery(request) } as Query;
  const [list, all, concerned] = await Promise.all([
    read(api.GET('/api/v1/data-flows', { params: { query } })),
    read(api.GET('/api/v1/data-flows', { params: { query: { limit: 1 } } })),
    read(api.GET('/api/v1/data-flows', { params: { query: { limit: 1, hasConcerns: 'true' } } })),
  ]);
  return {
    flows: list.items.map(shownOfFlow),
    page: pageOf(list, request),
    filters,
    all: all.total,
    concerned: concerned.total,
  };
}

export default function Flows({ loaderData }: Route.ComponentProps) {
  const { flows, page, filters, all, concerned } = loaderData;
  const mayWrite = useCan('data-flow:write');
  const mayExport = useCan('data-flow:export');
  const add = mayWrite && <ButtonLink to="/inventory/flows/new">{t('dataFlows.add')}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t('dataFlows.title')}
        lead={t('dataFlows.lead')}
        nextStep={flowsNextStep({ all, concerned }, mayWrite)}
        actions={
          <>
            {mayWrite && (
              <ButtonLink to="/inventory/flows/import" variant="default">
                {t('dataFlows.import')}
              </ButtonLink>
            )}
            {all > 0 && add}
          </>
        }
      />
      <Section flush>
        <FlowTable
          caption={t('dataFlows.caption')}
          flows={flows}
          page={page}
          {...useListFilters(flowFilters())}
          files={mayExport ? { list: '/api/v1/data-flows', filters } : undefined}
          empty={
            <EmptyState icon={IconRoute} title={t('dataFlows.emptyTitle')} actions={add}>
              {t('dataFlows.emptyText')}
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
