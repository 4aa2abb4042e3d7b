import { IconClipboardCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { read } from '~/api/answers.server';
import type { ItemOf } from '~/api/reply';
import { assessmentsNextStep } from '~/features/assessments/assessments-next-step';
import { reassessmentNextStep } from '~/features/reassessment/reassessment-next-step';
import { ProgressBar } from '~/features/assessments/progress-bar';
import { STATUS_TONE, statusWord } from '~/features/assessments/words';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable, type Column } from '~/ui/table/data-table';
import { pageOf } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.assessments._index';

type Assessment = ItemOf<'/api/v1/assessments'>;

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'assessment:read');
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [list, review] = await Promise.all([
    read(api.GET('/api/v1/assessments', { params: { query: { cursor } } })),
    session.permissions.includes('change:read') ? read(api.GET('/api/v1/environment-changes/review')) : null,
  ]);
  return { assessments: list.items, page: pageOf(list, request), review };
}

export default function Assessments({ loaderData }: Route.ComponentProps) {
  const mayWrite = useCan('assessment:write');
  const mayExport = useCan('report:export');
  const mayApprove = useCan('assessment:approve');
  const mayInvite = useCan('member:write');
  const begin = <ButtonLink to="/assessments/new">{t('assessments.new')}</ButtonLink>;
  const { assessments, page, review } = loaderData;
  const isEmpty = assessments.length === 0;
  // The newest stands first, and only on the first page.
  const newest = assessments.find(({ status }) => status !== 'withdrawn');
  const ownStep = page.isLaterPage
    ? null
    : assessmentsNextStep(newest, { analyse: mayWrite, approve: mayApprove, invite: mayInvite });
  // What changed since is due before next year's analysis.
  const changed = review && review.undecided > 0 && newest?.status === 'signed';
  const nextStep = ownStep && changed ? reassessmentNextStep(review) : ownStep;
  return (
    <>
      <PageHeader
        title={t('assessments.title')}
        lead={t('assessments.lead')}
        nextStep={nextStep}
        actions={
          <>
            <ButtonLink to="/method" variant="default">
              {t('method.link')}
            </ButtonLink>
            {review && (
              <ButtonLink to="/assessments/reviews" variant="default">
                {t('reassessment.link')}
              </ButtonLink>
            )}
            {mayWrite && !isEmpty && begin}
          </>
        }
      />
      <Section flush>
        <DataTable
          caption={t('assessments.title')}
          columns={columns()}
          rows={assessments}
          rowKey={({ id }) => id}
          page={page}
          files={mayExport ? { list: '/api/v1/assessments', filters: {} } : undefined}
          empty={
            <EmptyState
              icon={IconClipboardCheck}
              title={t('assessments.emptyTitle')}
              actions={mayWrite && begin}
            >
              <p>{t('assessments.emptyText')}</p>
              <p>
                <Citation text="45 CFR 164.308(a)(1)(ii)(A)" />
              </p>
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

function columns(): Column<Assessment>[] {
  return [
    {
      key: 'title',
      header: t('assessments.name'),
      cell: ({ id, title }) => <Link to={`/assessments/${id}`}>{title}</Link>,
    },
    {
      key: 'status',
      header: t('assessments.status'),
      nowrap: true,
      cell: ({ status }) => <StatusBadge tone={STATUS_TONE[status]}>{statusWord(status)}</StatusBadge>,
    },
    {
      key: 'progress',
      header: t('assessments.progress'),
      nowrap: true,
      cell: ({ progress, title }) => <ProgressBar {...progress} label={title} />,
    },
    {
      key: 'findings',
      header: t('assessments.findings'),
      align: 'end',
      cell: ({ openFindings }) => openFindings,
    },
    { key: 'risks', header: t('assessments.risks'), align: 'end', cell: ({ risks }) => risks },
    {
      key: 'started',
      header: t('assessments.started'),
      nowrap: true,
      cell: ({ startedOn }) => <DateText on={startedOn} />,
    },
    {
      key: 'signed',
      header: t('assessments.signedOn'),
      nowrap: true,
      cell: ({ signedOn }) => <DateText on={signedOn} empty="" />,
    },
  ];
}
