import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { AssetTable, shownOfAsset } from '~/features/inventory/asset-table';
import { ASSET_FILTERS } from '~/features/inventory/asset-filters';
import { inventoryNextStep } from '~/features/inventory/inventory-next-step';
import { filtersOf } from '~/ui/table/list-address';
import { loadPlaces } from '~/features/inventory/places.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory._index';

type Query = NonNullable<paths['/api/v1/assets']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('inventory.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'asset:read');
  const filters = filtersOf(request, ASSET_FILTERS);
  const query = { ...filters, ...pageQuery(request) } as Query;
  const unsure = {
    holdsEphi: 'true',
    encryptionAtRest: 'unknown',
    lifecycle: 'in-service',
    limit: 1,
  } as const;
  const [list, places, all, unknown, flows] = await Promise.all([
    read(api.GET('/api/v1/assets', { params: { query } })),
    loadPlaces(api),
    read(api.GET('/api/v1/assets', { params: { query: { limit: 1 } } })),
    read(api.GET('/api/v1/assets', { params: { query: unsure } })),
    read(api.GET('/api/v1/data-flows', { params: { query: { limit: 1 } } })),
  ]);
  const counts = { assets: all.total, encryptionUnknown: unknown.total, flows: flows.total };
  return { assets: list.items.map(shownOfAsset), page: pageOf(list, request), filters, places, counts };
}

export default function Assets({ loaderData }: Route.ComponentProps) {
  const { assets, page, filters, places, counts } = loaderData;
  const mayWrite = useCan('asset:write');
  return (
    <>
      <PageHeader
        title={t('inventory.title')}
        lead={t('inventory.lead')}
        nextStep={inventoryNextStep(counts, mayWrite)}
        actions={
          mayWrite &&
          counts.assets > 0 && (
            <>
              <ButtonLink to="/inventory/import" variant="default">
                {t('inventory.import')}
              </ButtonLink>
              <ButtonLink to="/inventory/assets/new">{t('inventory.add')}</ButtonLink>
            </>
          )
        }
      />
      <Section flush>
        <AssetTable assets={assets} page={page} filters={filters} places={places} />
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
