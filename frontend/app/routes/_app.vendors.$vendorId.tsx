import { attempt, ifMatch, read } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { RecordFlows } from '~/features/inventory/record-flows';
import { RecordChanges } from '~/features/reassessment/record-changes';
import { RecordReviewSection } from '~/features/reviews/record-review-section';
import { readReviews, reviewRecord } from '~/features/reviews/review-records.server';
import { orItsReview } from '~/features/reviews/reviews-next-step';
import { refusedVendor } from '~/features/vendors/refused-vendor.server';
import { VendorFacts } from '~/features/vendors/vendor-facts';
import { VendorFields } from '~/features/vendors/vendor-fields';
import { vendorFromForm } from '~/features/vendors/vendor-from-form.server';
import { vendorNextStep } from '~/features/vendors/vendor-next-step';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.vendors.$vendorId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.vendor.name, t('vendors.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'vendor:read');
  const { vendorId } = params;
  const editing = new URL(request.url).searchParams.has('edit');
  const maySeeChanges = session.permissions.includes('change:read') && !editing;
  const [vendor, flows, changes, reviews, history] = await Promise.all([
    read(api.GET('/api/v1/vendors/{id}', { params: { path: { id: vendorId } } })),
    read(api.GET('/api/v1/data-flows', { params: { query: { vendorId, active: 'true', limit: 20 } } })),
    maySeeChanges
      ? read(api.GET('/api/v1/environment-changes', { params: { query: { vendorId, limit: 10 } } }))
      : null,
    editing ? null : readReviews(api, session.permissions, vendorId),
    editing ? null : readHistory(api, request, 'vendor', vendorId),
  ]);
  return { vendor, flows, changes, reviews, history, editing };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'vendor:write');
  if (form.get('intent') === 'review-record') return reviewRecord(api, `/vendors/${params.vendorId}`, form);
  const saved = await attempt(
    api.PATCH('/api/v1/vendors/{id}', {
      params: { path: { id: params.vendorId } },
      headers: ifMatch(form.get('version')),
      body: vendorFromForm(form),
    }),
  );
  if (!saved.ok) return refusedVendor(saved.problem, form);
  return redirectWithFlash(`/vendors/${params.vendorId}`, t('vendors.saved', { name: saved.data.name }));
}

export default function VendorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { vendor, flows, changes, reviews, history, editing } = loaderData;
  const mayWrite = useCan('vendor:write');
  const mayAddFlows = useCan('data-flow:write') && vendor.active;
  const trail = [{ to: '/vendors', label: t('vendors.title') }];
  const badge = (
    <StatusBadge tone={vendor.active ? 'good' : 'neutral'}>
      {vendor.active ? t('vendors.works') : t('vendors.hasEnded')}
    </StatusBadge>
  );
  if (editing && mayWrite) {
    const title = t('vendors.editTitle', { name: vendor.name });
    return (
      <>
        <PageHeader title={title} trail={trail} badge={badge} />
        <Section>
          <AppForm refused={actionData} draftKey={vendor.id} version={vendor.version} label={title}>
            <VendorFields vendor={vendor} />
            <FormActions>
              <SubmitButton>{t('actions.save')}</SubmitButton>
              <ButtonLink to={`/vendors/${vendor.id}`} variant="default">
                {t('actions.cancel')}
              </ButtonLink>
            </FormActions>
          </AppForm>
        </Section>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={vendor.name}
        trail={trail}
        badge={badge}
        nextStep={orItsReview(vendorNextStep(vendor, mayWrite), reviews)}
        actions={mayWrite && <ButtonLink to="?edit">{t('vendors.edit')}</ButtonLink>}
      />
      <Stack>
        <VendorFacts vendor={vendor} />
        <RecordFlows
          flows={flows}
          words={{
            title: t('vendors.flows'),
            lead: t('vendors.flowsLead'),
            emptyTitle: t('vendors.flowsEmptyTitle'),
            empty: t('vendors.flowsEmpty'),
            more: t('vendors.moreFlows'),
            add: t('vendors.addFlow'),
          }}
          addAt={mayAddFlows ? `/inventory/flows/new?to=${vendor.id}` : null}
          filter={`vendorId=${vendor.id}`}
        />
        <RecordChanges changes={changes} allAt={`/assessments/reviews?vendorId=${vendor.id}`} />
        <RecordReviewSection record={reviews} />
        <RecordHistory recordId={vendor.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
