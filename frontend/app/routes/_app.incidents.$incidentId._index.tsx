import { loadOwners } from '~/features/organization/owners.server';
import { actOnIncident } from '~/features/incidents/act-on-incident.server';
import { IncidentClosing } from '~/features/incidents/incident-closing';
import { IncidentMoves } from '~/features/incidents/incident-moves';
import { IncidentTasks } from '~/features/incidents/incident-tasks';
import { IncidentTeam } from '~/features/incidents/incident-team';
import { IncidentTriage } from '~/features/incidents/incident-triage';
import { OpenDuties } from '~/features/incidents/open-duties';
import { useIncident } from '~/features/incidents/use-incident';
import styles from '~/features/incidents/incidents.module.css';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import { Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.incidents.$incidentId._index';

export const meta: Route.MetaFunction = () => pageTitle(t('incidents.tab_board'), t('incidents.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'incident:read');
  return { colleagues: await loadOwners(api) };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'incident:read');
  return actOnIncident(api, params.incidentId, form);
}

export default function IncidentBoard({ loaderData, actionData }: Route.ComponentProps) {
  const incident = useIncident();
  const { colleagues } = loaderData;
  const refusalOf = (intent: string) => (actionData?.values.intent === intent ? actionData : null);
  return (
    <div className={styles.columns}>
      <Stack>
        <IncidentMoves incident={incident} refused={refusalOf('move')} />
        <IncidentTasks
          incident={incident}
          colleagues={colleagues}
          refused={refusalOf('task')}
          settling={refusalOf('settle')}
        />
        <IncidentClosing incident={incident} />
      </Stack>
      <Stack>
        <OpenDuties incident={incident} />
        <IncidentTeam incident={incident} colleagues={colleagues} refused={refusalOf('role')} />
        <IncidentTriage incident={incident} refused={refusalOf('triage')} />
      </Stack>
    </div>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
