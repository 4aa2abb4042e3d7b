import { IconCalendarCheck } from '@tabler/icons-react';
import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { only } from '~/api/only';
import { loadOwners } from '~/features/organization/owners.server';
import { recordColumns } from '~/features/reviews/record-columns';
import { REVIEW_FILTERS, reviewFilters } from '~/features/reviews/review-filters';
import { ReviewForm } from '~/features/reviews/review-form';
import { reviewChosen } from '~/features/reviews/review-records.server';
import { reviewsNextStep } from '~/features/reviews/reviews-next-step';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable } from '~/ui/table/data-table';
import { filtersOf } from '~/ui/table/list-address';
import { useListFilters } from '~/ui/table/list-filters';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.reviews';

type Query = NonNullable<paths['/api/v1/record-reviews']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('recordReviews.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'review:read');
  const filters = filtersOf(request, REVIEW_FILTERS);
  const query = { ...filters, ...pageQuery(request) } as Query;
  const [list, colleagues] = await Promise.all([
    read(api.GET('/api/v1/record-reviews', { params: { query } })),
    loadOwners(api),
  ]);
  return {
    records: list.items,
    page: pageOf(list, request),
    exported: { ...filters, sort: query.sort },
    due: list.due,
    owners: colleagues.map((owner) => only(owner, 'id', 'name')),
  };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'review:write');
  const { pathname, search } = new URL(request.url);
  return reviewChosen(api, `${pathname}${search}`.replace(/\.data(?=\?|$)/, ''), form);
}

export default function RecordsToReview({ loaderData, actionData }: Route.ComponentProps) {
  const { records, page, exported, due, owners } = loaderData;
  const mayExport = useCan('review:export');
  const mayReview = records.some((record) => record.mayReview);
  return (
    <>
      <PageHeader
        title={t('recordReviews.title')}
        lead={t('recordReviews.lead')}
        nextStep={reviewsNextStep(due)}
      />
      <Stack>
        <Section flush>
          <DataTable
            caption={t('recordReviews.caption')}
            columns={recordColumns(actionData?.values)}
            rows={records}
            rowKey={({ id }) => id}
            page={page}
            {...useListFilters(reviewFilters(owners))}
            files={mayExport ? { list: '/api/v1/record-reviews', filters: exported } : undefined}
            empty={
              <EmptyState
                icon={IconCalendarCheck}
                title={t('recordReviews.emptyTitle')}
                actions={<ButtonLink to="/inventory">{t('recordReviews.emptyLink')}</ButtonLink>}
              >
                {t('recordReviews.emptyText')}
              </EmptyState>
            }
          />
        </Section>
        {mayReview && <ReviewForm refused={actionData} />}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
