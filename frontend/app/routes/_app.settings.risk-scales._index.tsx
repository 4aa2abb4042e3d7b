import { IconGridDots } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { scalesNextStep } from '~/features/scales/scale-next-step';
import { ScaleTable } from '~/features/scales/scale-table';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.settings.risk-scales._index';

export const meta: Route.MetaFunction = () => pageTitle(t('scales.title'), t('settings.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'scale:read');
  const { cursor } = pageQuery(request);
  const [list, waiting] = await Promise.all([
    read(api.GET('/api/v1/risk-scales', { params: { query: { cursor } } })),
    read(api.GET('/api/v1/risk-scales', { params: { query: { limit: 1, status: 'proposed' } } })),
  ]);
  return { scales: list.items, page: pageOf(list, request), waiting: waiting.total };
}

export default function RiskScales({ loaderData }: Route.ComponentProps) {
  const { scales, page, waiting } = loaderData;
  const mayWrite = useCan('scale:write');
  const add = mayWrite && <ButtonLink to="/settings/risk-scales/new">{t('scales.new')}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t('scales.title')}
        lead={t('scales.lead')}
        nextStep={scalesNextStep({ all: page.total, waiting })}
        actions={
          <>
            <ButtonLink to="/method#scales" variant="default">
              {t('scales.seeShipped')}
            </ButtonLink>
            {page.total > 0 && add}
          </>
        }
      />
      <Section flush>
        <ScaleTable
          scales={scales}
          page={page}
          empty={
            <EmptyState icon={IconGridDots} title={t('scales.emptyTitle')} actions={add}>
              {t('scales.emptyText')}
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
