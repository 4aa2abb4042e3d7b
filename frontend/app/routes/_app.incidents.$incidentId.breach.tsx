import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { read } from '~/api/answers.server';
import { actOnDetermination } from '~/features/incidents/act-on-determination.server';
import { DeterminationSection } from '~/features/incidents/determination-section';
import { useIncident } from '~/features/incidents/use-incident';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { CsrfField } from '~/ui/form/csrf-field';
import { Citation } from '~/ui/text/citation';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.incidents.$incidentId.breach';

export const meta: Route.MetaFunction = () => pageTitle(t('incidents.tab_breach'), t('incidents.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'incident:read');
  const path = { id: params.incidentId };
  const { items } = await read(api.GET('/api/v1/incidents/{id}/determinations', { params: { path } }));
  return { determinations: items };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'incident:decide');
  return actOnDetermination(api, params.incidentId, form);
}

export default function IsItABreach({ loaderData, actionData }: Route.ComponentProps) {
  const incident = useIncident();
  const { determinations } = loaderData;
  const mayDecide = incident.allowedActions.includes('decide');
  const begun = actionData?.values.intent === 'draft' ? actionData.problem : null;
  return (
    <Stack>
      <Section
        title={t('incidents.tab_breach')}
        lead={t('incidents.breachLead')}
        actions={
          mayDecide && (
            <Form method="post">
              <CsrfField />
              <Button type="submit" name="intent" value="draft" size="sm">
                {t('incidents.addDetermination')}
              </Button>
            </Form>
          )
        }
      >
        {begun && <ErrorPanel problem={begun} changing />}
        <p>
          {incident.presumption.because} <Citation text="45 CFR 164.402" />
        </p>
        {determinations.length === 0 && <p>{t('incidents.noDetermination')}</p>}
      </Section>
      {determinations.map((determination) => (
        <DeterminationSection
          key={determination.id}
          determination={determination}
          refused={actionData?.values.determinationId === determination.id ? actionData : null}
        />
      ))}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
