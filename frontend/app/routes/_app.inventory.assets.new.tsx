import { attempt } from '~/api/answers.server';
import { AssetFields } from '~/features/inventory/asset-fields';
import { ASSET_BOXES, assetFromForm } from '~/features/inventory/asset-from-form.server';
import { loadPlaces } from '~/features/inventory/places.server';
import { refusedWithBoxes } from '~/features/inventory/refused-form.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.assets.new';

export const meta: Route.MetaFunction = () => pageTitle(t('inventory.newTitle'), t('inventory.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'asset:write');
  return { places: await loadPlaces(api) };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'asset:write');
  const added = await attempt(api.POST('/api/v1/assets', { body: assetFromForm(form) }));
  if (!added.ok) return refusedWithBoxes(added.problem, form, ASSET_BOXES);
  const { id, name, tag } = added.data;
  if (form.get('then') === 'another') {
    return redirectWithFlash('/inventory/assets/new', t('inventory.createdAnother', { name, tag }));
  }
  return redirectWithFlash(`/inventory/assets/${id}`, t('inventory.created', { name, tag }));
}

export default function NewAsset({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('inventory.newTitle')}
        lead={t('inventory.newLead')}
        trail={[{ to: '/inventory', label: t('inventory.title') }]}
      />
      <Section>
        <AppForm refused={actionData} draftKey="asset:new" label={t('inventory.newTitle')}>
          <AssetFields places={loaderData.places} />
          <FormActions>
            <SubmitButton>{t('inventory.create')}</SubmitButton>
            <SubmitButton name="then" value="another" variant="default">
              {t('inventory.createAndNext')}
            </SubmitButton>
            <ButtonLink to="/inventory" variant="subtle">
              {t('actions.cancel')}
            </ButtonLink>
          </FormActions>
        </AppForm>
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
