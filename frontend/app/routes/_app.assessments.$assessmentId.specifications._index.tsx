import { attempt, read, refused } from '~/api/answers.server';
import { specificationColumns } from '~/features/assessments/specification-columns';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.specifications._index';

export const meta: Route.MetaFunction = () => pageTitle(t('specifications.title'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  return read(api.GET('/api/v1/assessments/{id}/specifications', { params: { path } }));
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  const path = { id: params.assessmentId };
  const taken = await attempt(
    api.POST('/api/v1/assessments/{id}/specifications/as-answered', { params: { path } }),
  );
  return taken.ok
    ? redirectWithFlash(`/assessments/${params.assessmentId}/specifications`, t('specifications.tookOver'))
    : refused(taken.problem, form);
}

export default function Specifications({ loaderData }: Route.ComponentProps) {
  const { items, assessment, mayDecide } = loaderData;
  const mayExport = useCan('report:export');
  const decided = items.filter(({ decision }) => decision !== null).length;
  const proposed = items.filter((item) => item.proposed).length;
  return (
    <Section
      flush
      title={t('specifications.title')}
      lead={`${t('specifications.lead')} ${t('specifications.decidedCount', { decided, total: items.length })}.`}
      actions={
        <>
          {mayExport && (
            <TableExport
              files={{ list: `/api/v1/assessments/${assessment.id}/specifications`, filters: {} }}
            />
          )}
          {mayDecide && proposed > 0 && (
            <ConfirmDialog
              label={t('specifications.takeOver', { count: proposed })}
              title={t('specifications.takeOverTitle')}
              consequence={<p>{t('specifications.takeOverText')}</p>}
              confirmLabel={t('specifications.takeOver', { count: proposed })}
              fields={{ intent: 'as-answered' }}
            />
          )}
        </>
      }
    >
      <DataTable
        plain
        caption={t('specifications.title')}
        columns={specificationColumns(assessment.id)}
        rows={items}
        rowKey={({ requirementId }) => requirementId}
        empty={null}
      />
    </Section>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
