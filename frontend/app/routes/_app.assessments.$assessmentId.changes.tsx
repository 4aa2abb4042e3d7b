import { Link } from 'react-router';
import { read } from '~/api/answers.server';
import { FIRST_ROWS, MOST_ROWS } from '~/features/assessments/change-list';
import {
  AnswerChanges,
  InventoryChangeLists,
  RiskChanges,
  SpecificationChanges,
} from '~/features/assessments/changes';
import { useAssessment } from '~/features/assessments/use-assessment';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { TableExport } from '~/ui/table/table-export';
import { dayText } from '~/ui/text/date-text';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.changes';

export const meta: Route.MetaFunction = () => pageTitle(t('changes.tab'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const all = new URL(request.url).searchParams.get('rows') === 'all';
  const query = { limit: all ? MOST_ROWS : FIRST_ROWS };
  return read(api.GET('/api/v1/assessments/{id}/changes', { params: { path, query } }));
}

export default function AssessmentChanges({ loaderData }: Route.ComponentProps) {
  const { id } = useAssessment();
  const { previous } = loaderData;
  const mayExport = useCan('report:export');
  return (
    <Stack>
      <Section
        title={t('changes.title', { title: previous.title })}
        actions={
          mayExport && <TableExport files={{ list: `/api/v1/assessments/${id}/changes`, filters: {} }} />
        }
      >
        <p>
          {previous.signedOn
            ? t('changes.leadSigned', { on: dayText(previous.signedOn) })
            : t('changes.leadOpen')}{' '}
          <Link to={`/assessments/${previous.id}`}>{previous.title}</Link>
        </p>
      </Section>
      <AnswerChanges changes={loaderData} assessmentId={id} />
      <RiskChanges changes={loaderData} />
      <SpecificationChanges changes={loaderData} />
      <InventoryChangeLists id="assets" title={t('changes.assets')} changes={loaderData.assets} />
      <InventoryChangeLists id="data-flows" title={t('changes.dataFlows')} changes={loaderData.dataFlows} />
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
