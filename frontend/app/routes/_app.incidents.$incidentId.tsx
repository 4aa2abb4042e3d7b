import { NavLink, Outlet, redirect } from 'react-router';
import { read } from '~/api/answers.server';
import { typedNumber } from '~/api/typed-number';
import { SeverityBadge, StateBadge } from '~/features/incidents/incident-badges';
import { incidentNextStep } from '~/features/incidents/incidents-next-step';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { Tabs } from '~/ui/shell/tabs';
import { PageHeader } from '~/ui/text/page-header';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.incidents.$incidentId';

/** The frame of one incident: its name, its state, and the step that is due next. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'incident:read');
  const q = typedNumber(params.incidentId, 'I');
  const named =
    q && (await read(api.GET('/api/v1/incidents', { params: { query: { q, limit: 1 } } }))).items[0];
  if (named) throw redirect(`/incidents/${named.id}`);
  const path = { id: params.incidentId };
  return { incident: await read(api.GET('/api/v1/incidents/{id}', { params: { path } })) };
}

export default function IncidentFrame({ loaderData }: Route.ComponentProps) {
  const { incident } = loaderData;
  const base = `/incidents/${incident.id}`;
  return (
    <>
      <PageHeader
        title={`${t('incidents.number', { number: incident.number })} ${incident.title}`}
        trail={[{ to: '/incidents', label: t('incidents.title') }]}
        badge={
          <>
            <StateBadge state={incident.state} />
            <SeverityBadge severity={incident.severity} />
            {incident.isDrill && <StatusBadge tone="warn">{t('incidents.isDrill')}</StatusBadge>}
          </>
        }
        lead={incident.isDrill ? t('incidents.drillNote') : undefined}
        nextStep={incidentNextStep(incident)}
      />
      <Tabs label={t('incidents.tabs')}>
        <NavLink to={base} end>
          {t('incidents.tab_board')}
        </NavLink>
        <NavLink to={`${base}/clocks`}>{t('incidents.tab_clocks')}</NavLink>
        <NavLink to={`${base}/breach`}>{t('incidents.tab_breach')}</NavLink>
        <NavLink to={`${base}/log`}>{t('incidents.tab_log')}</NavLink>
      </Tabs>
      <Outlet context={incident} />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
