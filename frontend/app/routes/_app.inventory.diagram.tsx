import { IconRoute } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { read } from '~/api/answers.server';
import { DiagramLegend } from '~/features/inventory/diagram/diagram-legend';
import diagramStyles from '~/features/inventory/diagram/diagram.module.css';
import { flowsNextStep } from '~/features/inventory/flow-next-step';
import { FlowTable } from '~/features/inventory/flow-table';
import styles from '~/features/inventory/inventory.module.css';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { useHydrated } from '~/ui/theme/use-hydrated';
import type { Route } from './+types/_app.inventory.diagram';

const FlowDiagram = lazy(() => import('~/features/inventory/diagram/flow-diagram'));

export const meta: Route.MetaFunction = () => pageTitle(t('dataFlows.diagramTitle'), t('inventory.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'data-flow:read');
  return { diagram: await read(api.GET('/api/v1/inventory/diagram')) };
}

export default function DiagramPage({ loaderData }: Route.ComponentProps) {
  const { diagram } = loaderData;
  const mayWrite = useCan('data-flow:write');
  const add = mayWrite && <ButtonLink to="/inventory/flows/new">{t('dataFlows.add')}</ButtonLink>;
  const flows = diagram.edges.map(({ flow }) => flow);
  const concerned = flows.filter(({ concerns }) => concerns.length > 0).length;
  return (
    <>
      <PageHeader
        title={t('dataFlows.diagramTitle')}
        lead={t('dataFlows.diagramLead')}
        nextStep={flowsNextStep({ all: flows.length, concerned }, mayWrite)}
        actions={flows.length > 0 && add}
      />
      {flows.length === 0 ? (
        <Section>
          <EmptyState icon={IconRoute} title={t('dataFlows.diagramEmptyTitle')} actions={add}>
            {t('dataFlows.diagramEmptyText')}
          </EmptyState>
        </Section>
      ) : (
        <Stack>
          <Section flush>
            <Picture diagram={diagram} />
            <DiagramLegend />
            {diagram.isPartial && <p>{t('dataFlows.diagramPartial')}</p>}
          </Section>
          <Section title={t('dataFlows.diagramTable')} flush>
            <FlowTable plain caption={t('dataFlows.caption')} flows={flows} empty={null} />
          </Section>
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
