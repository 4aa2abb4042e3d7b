import { read } from '~/api/answers.server';
import { actOnIncident } from '~/features/incidents/act-on-incident.server';
import { EntryForm } from '~/features/incidents/entry-form';
import { EntryList } from '~/features/incidents/entry-list';
import { useIncident } from '~/features/incidents/use-incident';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.incidents.$incidentId.log';

export const meta: Route.MetaFunction = () => pageTitle(t('incidents.tab_log'), t('incidents.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'incident:read');
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const path = { id: params.incidentId };
  return read(api.GET('/api/v1/incidents/{id}/entries', { params: { path, query: { limit: 100, cursor } } }));
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'incident:read');
  return actOnIncident(api, params.incidentId, form);
}

export default function Log({ loaderData, actionData }: Route.ComponentProps) {
  const incident = useIncident();
  const refused = actionData?.values.intent === 'entry' ? actionData : null;
  return (
    <Stack>
      {incident.allowedActions.includes('work') && <EntryForm incident={incident} refused={refused} />}
      <Section title={t('incidents.log')} lead={t('incidents.logLead')}>
        <EntryList
          entries={loaderData.items}
          nextCursor={loaderData.nextCursor}
          mayRelease={incident.allowedActions.includes('release')}
        />
      </Section>
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
