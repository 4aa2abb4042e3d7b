import { IconFlag } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { FindingForm } from '~/features/assessments/finding-form';
import { actOnFindings } from '~/features/assessments/finding-actions.server';
import { findingColumns } from '~/features/assessments/finding-columns';
import { findingFilters, findingQuery } from '~/features/assessments/finding-filters';
import { FlowsOutdated } from '~/features/assessments/flows-outdated';
import { useAssessment } from '~/features/assessments/use-assessment';
import { CarriedOnNote } from '~/features/risks/carried-on-note';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable } from '~/ui/table/data-table';
import { useListFilters } from '~/ui/table/list-filters';
import { pageOf } from '~/ui/table/page-query';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.findings';

export const meta: Route.MetaFunction = () =>
  pageTitle(t('assessments.findingsTitle'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const query = findingQuery(request);
  const list = await read(api.GET('/api/v1/assessments/{id}/findings', { params: { path, query } }));
  return {
    findings: list.items,
    page: pageOf(list, request),
    exported: { ...query, cursor: undefined },
    flowsOutdated: list.flowsOutdated,
  };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  return actOnFindings(api, params.assessmentId, form);
}

/** Buttons that stand alone; forms and questions show a refusal where it was typed. */
const PRESSED = ['refresh', 'risk', 'reopen'];

export default function Findings({ loaderData, actionData }: Route.ComponentProps) {
  const mayExport = useCan('report:export');
  const assessment = useAssessment();
  const filters = useListFilters(findingFilters());
  const mayWork = assessment.allowedActions.includes('answer');
  const mayRate = useCan('risk:write');
  const ofForm = actionData?.values.intent === 'add' ? actionData : null;
  const pressed = PRESSED.includes(actionData?.values.intent ?? '') ? actionData : null;
  return (
    <Stack>
      {pressed && <ErrorPanel problem={pressed.problem} />}
      {assessment.carriedOnTo && (
        <CarriedOnNote
          next={assessment.carriedOnTo}
          to={`/assessments/${assessment.carriedOnTo.id}/findings`}
        >
          {t('assessments.findingsLiveOn')}
        </CarriedOnNote>
      )}
      {mayWork && <FlowsOutdated count={loaderData.flowsOutdated} />}
      <Section flush title={t('assessments.findingsTitle')} lead={t('assessments.findingsLead')}>
        <DataTable
          caption={t('assessments.findingsTitle')}
          columns={findingColumns({ assessment, mayWork, mayRate })}
          rows={loaderData.findings}
          files={
            mayExport
              ? { list: `/api/v1/assessments/${assessment.id}/findings`, filters: loaderData.exported }
              : undefined
          }
          rowKey={({ id }) => id}
          page={loaderData.page}
          {...filters}
          empty={
            <EmptyState icon={IconFlag} title={t('assessments.findingsEmptyTitle')}>
              {t('assessments.findingsEmptyText')}
            </EmptyState>
          }
        />
      </Section>
      {mayWork && (
        <Section id="new" title={t('assessments.addFinding')} lead={t('assessments.addFindingLead')}>
          <FindingForm refused={ofForm} />
        </Section>
      )}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
