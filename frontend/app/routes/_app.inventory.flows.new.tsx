import { attempt } from '~/api/answers.server';
import { loadFlowPlaces } from '~/features/inventory/place-choices.server';
import { FlowFields } from '~/features/inventory/flow-fields';
import { atPlaces, FLOW_BOXES, flowFromForm } from '~/features/inventory/flow-from-form.server';
import { refusedWithBoxes } from '~/features/inventory/refused-form.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.flows.new';

export const meta: Route.MetaFunction = () => pageTitle(t('dataFlows.newTitle'), t('inventory.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'data-flow:write');
  const search = new URL(request.url).searchParams;
  return { places: await loadFlowPlaces(api, { from: search.get('from'), to: search.get('to') }) };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'data-flow:write');
  const told = await flowFromForm(api, form);
  if (!told.ok) return refusedWithBoxes(told.problem, form, FLOW_BOXES);
  const added = await attempt(api.POST('/api/v1/data-flows', { body: { ...told.flow, active: true } }));
  if (!added.ok) return refusedWithBoxes(atPlaces(added.problem), form, FLOW_BOXES);
  const { id, name } = added.data;
  return redirectWithFlash(`/inventory/flows/${id}`, t('dataFlows.created', { name }));
}

export default function NewFlow({ loaderData, actionData }: Route.ComponentProps) {
  const { places } = loaderData;
  return (
    <>
      <PageHeader
        title={t('dataFlows.newTitle')}
        lead={t('dataFlows.newLead')}
        trail={[{ to: '/inventory/flows', label: t('dataFlows.title') }]}
      />
      <Section>
        {places.choices.length === 0 ? (
          <EmptyState
            title={t('inventory.emptyTitle')}
            actions={<ButtonLink to="/inventory/assets/new">{t('inventory.add')}</ButtonLink>}
          >
            {t('dataFlows.needsAssets')}
          </EmptyState>
        ) : (
          <AppForm refused={actionData} draftKey="data-flow:new" label={t('dataFlows.newTitle')}>
            <FlowFields places={places} />
            <FormActions>
              <SubmitButton>{t('dataFlows.create')}</SubmitButton>
              <ButtonLink to="/inventory/flows" variant="default">
                {t('actions.cancel')}
              </ButtonLink>
            </FormActions>
          </AppForm>
        )}
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
