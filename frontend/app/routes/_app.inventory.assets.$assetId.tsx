import { attempt, ifMatch, read } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { assetNextStep } from '~/features/inventory/asset-next-step';
import { AssetFacts } from '~/features/inventory/asset-facts';
import { AssetFields } from '~/features/inventory/asset-fields';
import { ASSET_BOXES, assetFromForm } from '~/features/inventory/asset-from-form.server';
import { AssetLifecycle } from '~/features/inventory/asset-lifecycle';
import { changeLifecycle } from '~/features/inventory/change-lifecycle.server';
import { LIFECYCLE_TONES, lifecycleLabel } from '~/features/inventory/labels';
import { loadPlaces } from '~/features/inventory/places.server';
import { RecordFlows } from '~/features/inventory/record-flows';
import { refusedWithBoxes } from '~/features/inventory/refused-form.server';
import { SanitizationSection } from '~/features/inventory/sanitization/sanitization-section';
import { RecordChanges } from '~/features/reassessment/record-changes';
import { RecordReviewSection } from '~/features/reviews/record-review-section';
import { readReviews, reviewRecord } from '~/features/reviews/review-records.server';
import { orItsReview } from '~/features/reviews/reviews-next-step';
import { AssetVulnerabilities } from '~/features/vulnerabilities/asset-vulnerabilities';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.inventory.assets.$assetId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.asset.name, t('inventory.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'asset:read');
  const maySeeScans = session.permissions.includes('vulnerability:read');
  const { assetId } = params;
  const editing = new URL(request.url).searchParams.has('edit');
  const maySeeChanges = session.permissions.includes('change:read') && !editing;
  const [asset, flows, records, vulnerabilities, changes, places, reviews, history] = await Promise.all([
    read(api.GET('/api/v1/assets/{id}', { params: { path: { id: assetId } } })),
    read(api.GET('/api/v1/data-flows', { params: { query: { assetId, active: 'true', limit: 20 } } })),
    read(api.GET('/api/v1/assets/{id}/sanitizations', { params: { path: { id: assetId } } })),
    maySeeScans && !editing
      ? read(
          api.GET('/api/v1/vulnerabilities', { params: { query: { assetId, status: 'open', limit: 10 } } }),
        )
      : null,
    maySeeChanges
      ? read(api.GET('/api/v1/environment-changes', { params: { query: { assetId, limit: 10 } } }))
      : null,
    editing ? loadPlaces(api) : null,
    editing ? null : readReviews(api, session.permissions, assetId),
    editing ? null : readHistory(api, request, 'asset', assetId),
  ]);
  return { asset, flows, records: records.items, vulnerabilities, changes, places, reviews, history };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'asset:write');
  if (form.get('intent') === 'lifecycle') return changeLifecycle(api, params.assetId, form);
  if (form.get('intent') === 'review-record')
    return reviewRecord(api, `/inventory/assets/${params.assetId}`, form);
  const saved = await attempt(
    api.PATCH('/api/v1/assets/{id}', {
      params: { path: { id: params.assetId } },
      headers: ifMatch(form.get('version')),
      body: assetFromForm(form),
    }),
  );
  if (!saved.ok) return refusedWithBoxes(saved.problem, form, ASSET_BOXES);
  return redirectWithFlash(
    `/inventory/assets/${params.assetId}`,
    t('inventory.saved', { name: saved.data.name }),
  );
}

export default function AssetPage({ loaderData, actionData }: Route.ComponentProps) {
  const { asset, flows, records, vulnerabilities, changes, places, reviews, history } = loaderData;
  const mayWrite = useCan('asset:write');
  const mayAddFlows = useCan('data-flow:write') && asset.lifecycle !== 'disposed';
  const trail = [{ to: '/inventory', label: t('inventory.title') }];
  const badge = (
    <StatusBadge tone={LIFECYCLE_TONES[asset.lifecycle]}>{lifecycleLabel(asset.lifecycle)}</StatusBadge>
  );
  if (places && mayWrite) {
    return (
      <>
        <PageHeader title={t('inventory.editTitle', { name: asset.name })} trail={trail} badge={badge} />
        <Section>
          <AppForm
            refused={actionData}
            draftKey={asset.id}
            version={asset.version}
            label={t('inventory.editTitle', { name: asset.name })}
          >
            <AssetFields asset={asset} places={places} />
            <FormActions>
              <SubmitButton>{t('actions.save')}</SubmitButton>
              <ButtonLink to={`/inventory/assets/${asset.id}`} variant="default">
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
        title={asset.name}
        trail={trail}
        badge={badge}
        nextStep={orItsReview(assetNextStep(asset, flows.total, mayWrite), reviews)}
        actions={
          mayWrite && (
            <>
              <AssetLifecycle asset={asset} flows={flows.total} />
              <ButtonLink to="?edit">{t('inventory.edit')}</ButtonLink>
            </>
          )
        }
      />
      <Stack>
        {actionData?.values.lifecycle === 'in-service' && <ErrorPanel problem={actionData.problem} />}
        <AssetFacts asset={asset} />
        <RecordFlows
          flows={flows}
          words={{
            title: t('inventory.flowsHere'),
            lead: t('inventory.flowsHereLead'),
            emptyTitle: t('dataFlows.emptyTitle'),
            empty: t('inventory.flowsHereEmpty'),
            more: t('inventory.moreFlows'),
            add: t('inventory.addFlow'),
          }}
          addAt={mayAddFlows ? `/inventory/flows/new?from=${asset.id}` : null}
          filter={`assetId=${asset.id}`}
        />
        <AssetVulnerabilities assetId={asset.id} open={vulnerabilities} />
        <RecordChanges changes={changes} allAt={`/assessments/reviews?assetId=${asset.id}`} />
        <SanitizationSection asset={asset} records={records} />
        <RecordReviewSection record={reviews} />
        <RecordHistory recordId={asset.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
