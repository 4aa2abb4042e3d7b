import { attempt, read, refused } from '~/api/answers.server';
import { assetChoices, assetNamed, invalidFields } from '~/features/inventory/named-records.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText, text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { RecordField } from '~/ui/form/record-field';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.risks.new';

export const meta: Route.MetaFunction = () => pageTitle(t('risks.new'), t('risks.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'risk:write');
  const [assessments, assets] = await Promise.all([
    read(api.GET('/api/v1/assessments', { params: { query: { limit: 100, status: 'draft' } } })),
    assetChoices(api),
  ]);
  return {
    assessments: assessments.items,
    assets,
    assessmentId: new URL(request.url).searchParams.get('assessmentId'),
  };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'risk:write');
  const asset = await assetNamed(api, text(form, 'asset'));
  if ('problem' in asset) return refused(invalidFields({ asset: [asset.problem] }), form);
  const added = await attempt(
    api.POST('/api/v1/risks', {
      body: {
        assessmentId: optionalText(form, 'assessmentId') ?? undefined,
        title: text(form, 'title'),
        description: text(form, 'description'),
        assetId: asset.id ?? undefined,
      },
    }),
  );
  if (!added.ok) return refused(added.problem, form);
  return redirectWithFlash(
    `/risks/${added.data.id}`,
    t('risks.added', { number: String(added.data.number) }),
  );
}

export default function NewRisk({ loaderData, actionData }: Route.ComponentProps) {
  const { assessments, assets, assessmentId } = loaderData;
  return (
    <>
      <PageHeader
        title={t('risks.new')}
        trail={[{ to: '/risks', label: t('risks.title') }]}
        lead={t('risks.newLead')}
      />
      <Section>
        <AppForm refused={actionData} draftKey="risk:new" label={t('risks.new')}>
          <SelectField
            name="assessmentId"
            label={t('risks.assessment')}
            defaultValue={assessmentId}
            choices={assessments.map(({ id, title }) => ({ value: id, label: title }))}
            required
          />
          <TextField name="title" label={t('risks.name')} maxLength={300} required />
          <TextAreaField
            name="description"
            label={t('risks.description')}
            hint={t('risks.descriptionHint')}
            rows={3}
            maxLength={5_000}
          />
          <RecordField
            name="asset"
            label={t('risks.subject')}
            hint={t('records.assetSearchHint')}
            choices={assets}
            search="/search/choices?of=assets"
          />
          <FormActions>
            <SubmitButton>{t('risks.new')}</SubmitButton>
            <ButtonLink to="/risks" variant="default">
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
