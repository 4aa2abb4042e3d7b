import { attempt } from '~/api/answers.server';
import { refusedVendor } from '~/features/vendors/refused-vendor.server';
import { VendorFields } from '~/features/vendors/vendor-fields';
import { vendorFromForm } from '~/features/vendors/vendor-from-form.server';
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
import type { Route } from './+types/_app.vendors.new';

export const meta: Route.MetaFunction = () => pageTitle(t('vendors.newTitle'), t('vendors.title'));

export async function loader({ request }: Route.LoaderArgs) {
  await requireAccess(request, 'vendor:write');
  return null;
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'vendor:write');
  const added = await attempt(api.POST('/api/v1/vendors', { body: vendorFromForm(form) }));
  if (!added.ok) return refusedVendor(added.problem, form);
  const { id, name } = added.data;
  return redirectWithFlash(`/vendors/${id}`, t('vendors.created', { name }));
}

export default function NewVendor({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('vendors.newTitle')}
        lead={t('vendors.newLead')}
        trail={[{ to: '/vendors', label: t('vendors.title') }]}
      />
      <Section>
        <AppForm refused={actionData} draftKey="vendor:new" label={t('vendors.newTitle')}>
          <VendorFields />
          <FormActions>
            <SubmitButton>{t('vendors.create')}</SubmitButton>
            <ButtonLink to="/vendors" variant="default">
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
