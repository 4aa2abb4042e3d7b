import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { loadAssetFilter } from '~/features/inventory/asset-filter.server';
import { vulnerabilitiesNextStep } from '~/features/vulnerabilities/next-step';
import { SeverityScale } from '~/features/vulnerabilities/severity-scale';
import { shownOfVulnerability } from '~/features/vulnerabilities/vulnerability-columns';
import { VULNERABILITY_FILTERS } from '~/features/vulnerabilities/vulnerability-filters';
import { VulnerabilityTable } from '~/features/vulnerabilities/vulnerability-table';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { filtersOf } from '~/ui/table/list-address';
import { HAS_PAST } from '~/ui/table/as-of';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.vulnerabilities._index';

type Query = NonNullable<paths['/api/v1/vulnerabilities']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('vulnerabilities.title'), t('inventory.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'vulnerability:read');
  const filters = filtersOf(request, VULNERABILITY_FILTERS);
  const list = (query: Query) => read(api.GET('/api/v1/vulnerabilities', { params: { query } }));
  const asset = await loadAssetFilter(api, request);
  const [shown, all, critical, high] = await Promise.all([
    list({ ...filters, ...pageQuery(request) } as Query),
    list({ limit: 1 }),
    list({ severity: 'critical', status: 'open', limit: 1 }),
    list({ severity: 'high', status: 'open', limit: 1 }),
  ]);
  return {
    items: shown.items.map(shownOfVulnerability),
    page: pageOf(shown, request),
    filters,
    choices: { asset, tools: shown.tools },
    counts: { all: all.total, openCritical: critical.total, openHigh: high.total },
  };
}

export default function Vulnerabilities({ loaderData }: Route.ComponentProps) {
  const { items, page, filters, choices, counts } = loaderData;
  const mayWrite = useCan('vulnerability:write');
  return (
    <>
      <PageHeader
        title={t('vulnerabilities.title')}
        lead={t('vulnerabilities.lead')}
        nextStep={vulnerabilitiesNextStep(counts, mayWrite)}
        actions={
          mayWrite &&
          counts.all > 0 && <ButtonLink to="/inventory/scans">{t('vulnerabilities.bring')}</ButtonLink>
        }
      />
      <Stack>
        <Section flush>
          <VulnerabilityTable items={items} page={page} filters={filters} choices={choices} />
        </Section>
        <SeverityScale />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
