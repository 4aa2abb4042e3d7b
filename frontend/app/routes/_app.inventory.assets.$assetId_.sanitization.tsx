import { data, redirect } from 'react-router';
import { read, refused } from '~/api/answers.server';
import { recordSanitization } from '~/features/inventory/sanitization/record-sanitization.server';
import { SanitizationFields } from '~/features/inventory/sanitization/sanitization-fields';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.assets.$assetId_.sanitization';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(t('sanitization.section'), loaderData?.asset.name ?? t('inventory.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'asset:write');
  const path = { id: params.assetId };
  const search = new URL(request.url).searchParams;
  const corrects = search.get('corrects');
  const [asset, records] = await Promise.all([
    read(api.GET('/api/v1/assets/{id}', { params: { path } })),
    corrects ? read(api.GET('/api/v1/assets/{id}/sanitizations', { params: { path } })) : null,
  ]);
  const record = records?.items.find(({ id }) => id === corrects) ?? null;
  if (corrects && !record)
    throw data({ status: 404, code: 'sanitization.not-found', title: '' }, { status: 404 });
  if (!record && asset.lifecycle === 'disposed') throw redirect(`/inventory/assets/${asset.id}`);
  const purpose = record?.purpose ?? (search.get('purpose') === 'reuse' ? 'reuse' : 'disposal');
  return { asset, record, purpose };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'asset:write');
  const saved = await recordSanitization(api, params.assetId, form);
  if (!saved.ok) return refused(saved.problem, form);
  const name = text(form, 'assetName');
  const said =
    saved.data.corrects !== null
      ? t('sanitization.correctedNow', { name })
      : saved.data.purpose === 'disposal'
        ? t('sanitization.disposed', { name })
        : t('sanitization.reused', { name });
  return redirectWithFlash(`/inventory/assets/${params.assetId}`, said);
}

export default function SanitizationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { asset, record, purpose } = loaderData;
  const { name } = asset;
  const words = record
    ? {
        title: t('sanitization.correctTitle', { name }),
        lead: t('sanitization.correctLead'),
        save: t('sanitization.saveCorrection'),
      }
    : purpose === 'disposal'
      ? {
          title: t('sanitization.disposeTitle', { name }),
          lead: t('sanitization.disposeLead'),
          save: t('sanitization.saveDisposal'),
        }
      : {
          title: t('sanitization.reuseTitle', { name }),
          lead: t('sanitization.reuseLead'),
          save: t('sanitization.saveReuse'),
        };
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        trail={[
          { to: '/inventory', label: t('inventory.title') },
          { to: `/inventory/assets/${asset.id}`, label: name },
        ]}
      />
      <Section>
        <AppForm
          refused={actionData}
          encType="multipart/form-data"
          draftKey={record ? record.id : `sanitization:${purpose}:${asset.id}`}
          version={asset.version}
          label={words.title}
        >
          <input type="hidden" name="assetName" value={name} />
          <SanitizationFields purpose={purpose} record={record} />
          <FormActions>
            <SubmitButton>{words.save}</SubmitButton>
            <ButtonLink to={`/inventory/assets/${asset.id}`} variant="default">
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
