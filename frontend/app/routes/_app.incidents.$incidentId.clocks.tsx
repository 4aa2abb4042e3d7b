import { read } from '~/api/answers.server';
import { actOnIncident } from '~/features/incidents/act-on-incident.server';
import { changeFacts, isFactsIntent } from '~/features/incidents/change-facts.server';
import { DutySection } from '~/features/incidents/duty-section';
import { FactsForms } from '~/features/incidents/facts-forms';
import { FactsSection } from '~/features/incidents/facts-section';
import { useIncident } from '~/features/incidents/use-incident';
import { t } from '~/messages';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.incidents.$incidentId.clocks';

export const meta: Route.MetaFunction = () => pageTitle(t('incidents.tab_clocks'), t('incidents.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'incident:read');
  const path = { id: params.incidentId };
  return { facts: await read(api.GET('/api/v1/incidents/{id}/facts', { params: { path } })) };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'incident:read');
  return isFactsIntent(text(form, 'intent'))
    ? changeFacts(api, params.incidentId, form)
    : actOnIncident(api, params.incidentId, form);
}

export default function Clocks({ loaderData, actionData }: Route.ComponentProps) {
  const incident = useIncident();
  const { facts } = loaderData;
  const maySend = incident.allowedActions.includes('work') && !incident.isDrill;
  return (
    <Stack>
      {incident.duties.length === 0 && (
        <Section title={t('incidents.clocks')}>
          <p>
            {t('incidents.noClocks')} {incident.presumption.because}
          </p>
        </Section>
      )}
      {incident.duties.map((duty) => (
        <DutySection key={duty.id} duty={duty} maySend={maySend} today={incident.today} />
      ))}
      <FactsSection incident={incident} facts={facts}>
        {facts.mayChange && incident.state !== 'closed' && (
          <FactsForms facts={facts} today={incident.today} refused={actionData ?? null} />
        )}
      </FactsSection>
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
