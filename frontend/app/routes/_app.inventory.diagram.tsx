import { IconRoute } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { read } from '~/api/answers.server';
import type { paths } from '~/api/schema';
import { DiagramLegend } from '~/features/inventory/diagram/diagram-legend';
import diagramStyles from '~/features/inventory/diagram/diagram.module.css';
import { flowsNextStep } from '~/features/inventory/flow-next-step';
import { DIAGRAM_FILTERS, diagramFilters } from '~/features/inventory/flow-filters';
import type { ShownFlow } from '~/features/inventory/flow-labels';
import { FlowTable } from '~/features/inventory/flow-table';
import styles from '~/features/inventory/inventory.module.css';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { NoMatch } from '~/ui/table/data-table';
import { FilterChips } from '~/ui/table/filter-chips';
import { filtersOf } from '~/ui/table/list-address';
import { useListFilters } from '~/ui/table/list-filters';
import { TableToolbar } from '~/ui/table/table-toolbar';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { useDrawnLater, useHydrated } from '~/ui/theme/use-hydrated';
import type { Route } from './+types/_app.inventory.diagram';

const FlowDiagram = lazy(() => import('~/features/inventory/diagram/flow-diagram'));

type Query = NonNullable<paths['/api/v1/inventory/diagram']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('dataFlows.diagramTitle'), t('inventory.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'data-flow:read');
  const filters = filtersOf(request, DIAGRAM_FILTERS);
  const query = filters as Query;
  return { diagram: await read(api.GET('/api/v1/inventory/diagram', { params: { query } })), filters };
}

export default function DiagramPage({ loaderData }: Route.ComponentProps) {
  const { diagram, filters } = loaderData;
  const narrowing = useListFilters(diagramFilters());
  const mayWrite = useCan('data-flow:write');
  const mayExport = useCan('data-flow:export');
  const add = mayWrite && <ButtonLink to="/inventory/flows/new">{t('dataFlows.add')}</ButtonLink>;
  const flows = diagram.edges.map(({ flow }) => flow);
  return (
    <>
      <PageHeader
        title={t('dataFlows.diagramTitle')}
        lead={t('dataFlows.diagramLead')}
        nextStep={flowsNextStep({ all: diagram.matching, concerned: diagram.concerned }, mayWrite)}
        actions={flows.length > 0 && add}
      />
      {flows.length === 0 && narrowing.filters.length === 0 ? (
        <Section>
          <EmptyState icon={IconRoute} title={t('dataFlows.diagramEmptyTitle')} actions={add}>
            {t('dataFlows.diagramEmptyText')}
          </EmptyState>
        </Section>
      ) : (
        <Stack>
          <Section flush>
            <TableToolbar
              filterFields={narrowing.filterFields}
              files={
                mayExport
                  ? { list: '/api/v1/data-flows', filters: { ...filters, active: 'true' } }
                  : undefined
              }
              dense={false}
            />
            {narrowing.filters.length > 0 && <FilterChips filters={narrowing.filters} />}
            {flows.length < diagram.matching && (
              <p className={diagramStyles.partial} role="status">
                {t('dataFlows.diagramPartial', { drawn: flows.length, matching: diagram.matching })}
              </p>
            )}
            {flows.length === 0 ? <NoMatch /> : <Picture diagram={diagram} />}
            <DiagramLegend />
          </Section>
          <div className={diagramStyles.below}>
            <Section id="table" title={t('dataFlows.diagramTable')} flush>
              <DrawnFlows flows={flows} />
            </Section>
          </div>
          {diagram.unconnected.length > 0 && (
            <Section title={t('dataFlows.unconnected')} lead={t('dataFlows.unconnectedLead')}>
              <ul className={styles.links}>
                {diagram.unconnected.map(({ id, tag, name }) => (
                  <li key={id}>
                    <Link to={`/inventory/assets/${id}`}>{name}</Link>{' '}
                    <span className={styles.tag}>{tag}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </Stack>
      )}
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}

/** Drawn in the browser; until then, and without scripts, the table below says it all. */
function Picture({ diagram }: { diagram: Route.ComponentProps['loaderData']['diagram'] }) {
  const hydrated = useHydrated();
  const waiting = <p className={diagramStyles.waiting}>{t('dataFlows.diagramDrawing')}</p>;
  if (!hydrated) return waiting;
  return (
    <Suspense fallback={waiting}>
      <FlowDiagram diagram={diagram} />
    </Suspense>
  );
}

/** What a list has on a page; the server writes no more rows than that below the picture, unless it is asked for them. */
const FIRST_ROWS = 50;

function DrawnFlows({ flows }: { flows: ShownFlow[] }) {
  const [search] = useSearchParams();
  const drawn = useDrawnLater();
  const all = drawn || search.get('rows') === 'all' || flows.length <= FIRST_ROWS;
  const next = new URLSearchParams(search);
  next.set('rows', 'all');
  return (
    <>
      <FlowTable
        plain
        caption={t('dataFlows.caption')}
        flows={all ? flows : flows.slice(0, FIRST_ROWS)}
        empty={null}
      />
      {!all && (
        <p className={diagramStyles.partial}>
          <Link to={`?${next}#table`}>{t('dataFlows.diagramAllRows', { count: flows.length })}</Link>
        </p>
      )}
    </>
  );
}
