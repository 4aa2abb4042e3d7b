import { IconBulb } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { only } from '~/api/only';
import { lessonColumns } from '~/features/remediation/lesson-columns';
import { PlanTabs } from '~/features/remediation/plan-tabs';
import { loadOwners } from '~/features/organization/owners.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable } from '~/ui/table/data-table';
import { useListFilters } from '~/ui/table/list-filters';
import { pageOf } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.plan.lessons._index';

export const meta: Route.MetaFunction = () => pageTitle(t('lessons.title'), t('remediation.title'));

const STATES = ['open', 'done'] as const;

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'plan:read');
  const search = new URL(request.url).searchParams;
  const query = {
    cursor: search.get('cursor') ?? undefined,
    state: STATES.find((state) => state === search.get('state')),
    ownerId: search.get('ownerId') || undefined,
  };
  const [list, colleagues] = await Promise.all([
    read(api.GET('/api/v1/lessons', { params: { query } })),
    loadOwners(api),
  ]);
  return {
    lessons: list.items,
    page: pageOf(list, request),
    exported: { state: query.state, ownerId: query.ownerId },
    owners: colleagues.map((owner) => only(owner, 'id', 'name')),
  };
}

export default function Lessons({ loaderData }: Route.ComponentProps) {
  const { lessons, page, exported, owners } = loaderData;
  const mayExport = useCan('report:export');
  const filters = useListFilters([
    {
      kind: 'choice',
      name: 'state',
      label: t('lessons.state'),
      choices: STATES.map((state) => ({ value: state, label: t(`lessons.state_${state}`) })),
    },
    {
      kind: 'choice',
      name: 'ownerId',
      label: t('lessons.owner'),
      choices: owners.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]);
  return (
    <>
      <PageHeader title={t('lessons.title')} lead={t('lessons.lead')} />
      <PlanTabs />
      <Section flush>
        <DataTable
          caption={t('lessons.title')}
          columns={lessonColumns()}
          rows={lessons}
          rowKey={({ id }) => id}
          page={page}
          files={mayExport ? { list: '/api/v1/lessons', filters: exported } : undefined}
          {...filters}
          empty={
            <EmptyState
              icon={IconBulb}
              title={t('lessons.emptyTitle')}
              actions={<ButtonLink to="/plan?status=validated">{t('lessons.toPlan')}</ButtonLink>}
            >
              {t('lessons.emptyText')}
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
