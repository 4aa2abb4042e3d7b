import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { ExclusionForm } from '~/features/assessments/exclusion-form';
import { ExclusionTable } from '~/features/assessments/exclusion-table';
import { useAssessment } from '~/features/assessments/use-assessment';
import { assetChoices, invalidFields, requiredAsset } from '~/features/inventory/named-records.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { TableExport } from '~/ui/table/table-export';
import { pageTitle } from '~/ui/text/page-title';
import { Facts, Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.scope';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.scopeTab'), t('assessments.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const mayWrite = session.permissions.includes('assessment:write');
  const [exclusions, assets] = await Promise.all([
    read(api.GET('/api/v1/assessments/{id}/exclusions', { params: { path } })),
    mayWrite ? assetChoices(api) : [],
  ]);
  return { exclusions: exclusions.items, assets };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  const id = params.assessmentId;
  const here = `/assessments/${id}/scope`;
  switch (form.get('intent')) {
    case 'exclude': {
      const named = await requiredAsset(api, text(form, 'asset'));
      if ('problem' in named) return refused(invalidFields({ asset: [named.problem] }), form);
      const path = { id, assetId: named.id };
      const body = { reason: text(form, 'reason') };
      const left = await attempt(
        api.PUT('/api/v1/assessments/{id}/exclusions/{assetId}', { params: { path }, body }),
      );
      return left.ok ? redirectWithFlash(here, t('assessments.excluded')) : refused(left.problem, form);
    }
    case 'include': {
      const assetId = text(form, 'assetId');
      const taken = await attempt(
        api.DELETE('/api/v1/assessments/{id}/exclusions/{assetId}', { params: { path: { id, assetId } } }),
      );
      return taken.ok ? redirectWithFlash(here, t('assessments.included')) : refused(taken.problem, form);
    }
    default: {
      const body = { title: text(form, 'title'), scope: text(form, 'scope') };
      const saved = await attempt(
        api.PATCH('/api/v1/assessments/{id}', {
          params: { path: { id } },
          headers: ifMatch(form.get('version')),
          body,
        }),
      );
      return saved.ok ? redirectWithFlash(here, t('assessments.scopeSaved')) : refused(saved.problem, form);
    }
  }
}

export default function Scope({ loaderData, actionData }: Route.ComponentProps) {
  const assessment = useAssessment();
  const mayUpdate = assessment.allowedActions.includes('update');
  const mayExport = useCan('report:export');
  const refusalOf = (intent: string) => (actionData?.values.intent === intent ? actionData : null);
  return (
    <Stack>
      <Section title={t('assessments.scopeTitle')} lead={t('assessments.scopeLead')}>
        {mayUpdate ? (
          <AppForm
            refused={refusalOf('scope')}
            intent="scope"
            version={assessment.version}
            draftKey={`${assessment.id}:scope`}
            label={t('assessments.scopeTitle')}
          >
            <TextField
              name="title"
              label={t('assessments.name')}
              defaultValue={assessment.title}
              maxLength={200}
              required
            />
            <TextAreaField
              name="scope"
              label={t('assessments.scopeField')}
              hint={t('assessments.scopeHint')}
              defaultValue={assessment.scope}
              rows={8}
              maxLength={10_000}
              required
            />
            <FormActions>
              <SubmitButton>{t('actions.save')}</SubmitButton>
            </FormActions>
          </AppForm>
        ) : (
          <Facts
            rows={[{ name: t('assessments.scopeField'), value: assessment.scope || t('records.notKnown') }]}
          />
        )}
      </Section>
      <Section
        flush
        title={t('assessments.exclusions')}
        lead={t('assessments.exclusionsLead')}
        actions={
          mayExport &&
          loaderData.exclusions.length > 0 && (
            <TableExport files={{ list: `/api/v1/assessments/${assessment.id}/exclusions`, filters: {} }} />
          )
        }
      >
        <ExclusionTable exclusions={loaderData.exclusions} mayUpdate={mayUpdate} />
      </Section>
      {mayUpdate && (
        <Section title={t('assessments.excludeAsset')}>
          <ExclusionForm
            assets={loaderData.assets}
            exclusions={loaderData.exclusions}
            refused={refusalOf('exclude')}
          />
        </Section>
      )}
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
