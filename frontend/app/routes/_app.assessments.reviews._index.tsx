import { IconArrowsExchange } from '@tabler/icons-react';
import type { paths } from '~/api/schema';
import { read } from '~/api/answers.server';
import { ChangeTable, CHANGE_FILTERS } from '~/features/reassessment/change-table';
import { DecideForm } from '~/features/reassessment/decide-form';
import { decideChanges } from '~/features/reassessment/decide-changes.server';
import { reassessmentNextStep } from '~/features/reassessment/reassessment-next-step';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { filtersOf } from '~/ui/table/list-address';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.reviews._index';

type Query = NonNullable<paths['/api/v1/environment-changes']['get']['parameters']['query']>;

export const meta: Route.MetaFunction = () => pageTitle(t('reassessment.title'), t('assessments.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'change:read');
  const filters = filtersOf(request, CHANGE_FILTERS);
  const query = { ...filters, ...pageQuery(request) } as Query;
  const undecided: Query = { state: 'undecided', sort: 'happenedOn', limit: 100 };
  const [list, open, review] = await Promise.all([
    read(api.GET('/api/v1/environment-changes', { params: { query } })),
    read(api.GET('/api/v1/environment-changes', { params: { query: undecided } })),
    read(api.GET('/api/v1/environment-changes/review')),
  ]);
  return {
    changes: list.items,
    page: pageOf(list, request),
    exported: { ...filters, sort: query.sort },
    undecided: open.items,
    review,
  };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'change:decide');
  return decideChanges(api, form);
}

export default function Changes({ loaderData, actionData }: Route.ComponentProps) {
  const { changes, page, exported, undecided, review } = loaderData;
  const report = review.mayReport && (
    <ButtonLink to="/assessments/reviews/report" variant="default">
      {t('reassessment.report')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t('reassessment.title')}
        lead={t('reassessment.lead')}
        trail={[{ to: '/assessments', label: t('assessments.title') }]}
        nextStep={reassessmentNextStep(review)}
        actions={report}
      />
      <Stack>
        {review.mayDecide && <DecideForm changes={undecided} review={review} refused={actionData} />}
        <Section title={t('reassessment.all')} flush>
          <ChangeTable
            changes={changes}
            page={page}
            exported={exported}
            empty={
              <EmptyState icon={IconArrowsExchange} title={t('reassessment.emptyTitle')} actions={report}>
                {t('reassessment.emptyText')}
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
