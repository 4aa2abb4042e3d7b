import { attempt, refused } from '~/api/answers.server';
import { scaleChoices } from '~/features/assessments/new-assessment';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.settings.risk-scales.new';

const LIST = '/settings/risk-scales';

export const meta: Route.MetaFunction = () => pageTitle(t('scales.newTitle'), t('scales.title'));

export async function loader({ request }: Route.LoaderArgs) {
  await requireAccess(request, 'scale:write');
  return null;
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'scale:write');
  const begun = await attempt(
    api.POST('/api/v1/risk-scales', {
      body: {
        from: { packScale: text(form, 'from') },
        title: text(form, 'title'),
        reason: text(form, 'reason'),
      },
    }),
  );
  if (!begun.ok) return refused(begun.problem, form);
  return redirectWithFlash(`${LIST}/${begun.data.id}?edit`, t('scales.created', { title: begun.data.title }));
}

export default function NewScale({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('scales.newTitle')}
        trail={[{ to: LIST, label: t('scales.title') }]}
        lead={t('scales.newLead')}
      />
      <Section>
        <AppForm refused={actionData} draftKey="risk-scale:new" label={t('scales.newTitle')}>
          <TextField
            name="title"
            label={t('scales.name')}
            hint={t('scales.nameHint')}
            maxLength={120}
            required
          />
          <ChoiceField
            name="from"
            legend={t('scales.begin')}
            hint={t('scales.beginHint')}
            choices={scaleChoices()}
            defaultValue="nist-five-level"
          />
          <TextAreaField
            name="reason"
            label={t('scales.reason')}
            hint={t('scales.reasonHint')}
            rows={3}
            maxLength={2_000}
            required
          />
          <FormActions>
            <SubmitButton>{t('scales.create')}</SubmitButton>
            <ButtonLink to={LIST} variant="default">
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
