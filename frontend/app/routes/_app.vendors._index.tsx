import { IconBriefcase } from '@tabler/icons-react';
import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { vendorsNextStep } from '~/features/vendors/vendor-next-step';
import { VENDOR_FILTERS, VendorTable } from '~/features/vendors/vendor-table';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { filtersOf } from '~/ui/table/list-address';
import { HAS_PAST } from '~/ui/table/as-of';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.vendors._index';

type Query = NonNullable<paths['/api/v1/vendors']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('vendors.title'));
export const handle = HAS_PAST;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'vendor:read');
  const filters = filtersOf(request, VENDOR_FILTERS);
  const query = { ...filters, ...pageQuery(request) } as Query;
  const [list, all, needing] = await Promise.all([
    read(api.GET('/api/v1/vendors', { params: { query } })),
    read(api.GET('/api/v1/vendors', { params: { query: { limit: 1 } } })),
    read(api.GET('/api/v1/vendors', { params: { query: { limit: 1, needsAgreement: 'true' } } })),
  ]);
  return {
    vendors: list.items,
    page: pageOf(list, request),
    exported: { ...filters, sort: query.sort },
    all: all.total,
    needing: needing.total,
  };
}

export default function Vendors({ loaderData }: Route.ComponentProps) {
  const { vendors, page, exported, all, needing } = loaderData;
  const mayWrite = useCan('vendor:write');
  const add = mayWrite && <ButtonLink to="/vendors/new">{t('vendors.add')}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t('vendors.title')}
        lead={t('vendors.lead')}
        nextStep={vendorsNextStep({ all, needing }, mayWrite)}
        actions={all > 0 && add}
      />
      <Section flush>
        <VendorTable
          vendors={vendors}
          page={page}
          exported={exported}
          empty={
            <EmptyState icon={IconBriefcase} title={t('vendors.emptyTitle')} actions={add}>
              {t('vendors.emptyText')}
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
