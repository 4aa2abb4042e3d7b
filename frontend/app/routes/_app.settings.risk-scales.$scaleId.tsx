import { data } from 'react-router';
import { read } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { ScaleWords } from '~/features/method/scale-part';
import { ScaleActions } from '~/features/scales/scale-actions';
import { decideScale, discardScale, renewScale, saveScale } from '~/features/scales/scale-actions.server';
import { ScaleEditor } from '~/features/scales/scale-editor';
import { ScaleFacts } from '~/features/scales/scale-facts';
import { ScaleChanges, ScaleStanding } from '~/features/scales/scale-standing';
import { SCALE_TONE, scaleStatusWord } from '~/features/scales/words';
import { t } from '~/messages';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { TableExport } from '~/ui/table/table-export';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.settings.risk-scales.$scaleId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.scale.title, t('scales.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'scale:read');
  const editing = new URL(request.url).searchParams.has('edit');
  const [scale, history] = await Promise.all([
    read(api.GET('/api/v1/risk-scales/{id}', { params: { path: { id: params.scaleId } } })),
    editing ? null : readHistory(api, request, 'risk-scale', params.scaleId),
  ]);
  return { scale, history, editing: editing && scale.allowedActions.includes('edit') };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'scale:read');
  const intent = text(form, 'intent');
  const id = params.scaleId;
  switch (intent) {
    case 'save':
      return saveScale(api, id, form);
    case 'renew':
      return renewScale(api, id, form);
    case 'discard':
      return discardScale(api, id, form);
    case 'propose':
    case 'adopt':
    case 'return':
    case 'retire':
      return decideScale(api, id, form, intent);
    default:
      throw data({ status: 400, code: 'request.invalid', title: '' }, { status: 400 });
  }
}

export default function ScalePage({ loaderData, actionData }: Route.ComponentProps) {
  const { scale, history, editing } = loaderData;
  const mayExport = useCan('scale:export');
  const { id, title, number, status, content } = scale;
  const head = {
    trail: [{ to: '/settings/risk-scales', label: t('scales.title') }],
    badge: (
      <StatusBadge tone={SCALE_TONE[status]}>
        {t('scales.versionOf', { number })}: {scaleStatusWord(status)}
      </StatusBadge>
    ),
  };
  if (editing) {
    return (
      <>
        <PageHeader {...head} title={t('scales.editTitle', { title })} lead={t('scales.editLead')} />
        <Stack>
          <ScaleStanding scale={scale} />
          <Section>
            <ScaleEditor key={scale.version} scale={scale} refused={actionData} />
          </Section>
        </Stack>
      </>
    );
  }
  return (
    <>
      <PageHeader {...head} title={title} actions={<ScaleActions scale={scale} />} />
      <Stack>
        <ScaleStanding scale={scale} />
        <ScaleFacts scale={scale} />
        <ScaleChanges changes={scale.changes} />
        <Section
          title={t('scales.matrix')}
          actions={mayExport && <TableExport files={{ list: `/api/v1/risk-scales/${id}`, filters: {} }} />}
        >
          <ScaleWords scale={{ title, ...content }} />
        </Section>
        <RecordHistory recordId={id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
