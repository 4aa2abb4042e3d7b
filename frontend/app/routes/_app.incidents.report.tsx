import { attempt, refused } from '~/api/answers.server';
import { choicesOf, KINDS, kindWord, PHI_ANSWERS } from '~/features/incidents/incident-words';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText, text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { DateField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Incident } from '~/features/incidents/incident-words';
import type { Route } from './+types/_app.incidents.report';

const SOURCES = ['staff', 'business-associate', 'alert'] as const;

export const meta: Route.MetaFunction = () => pageTitle(t('incidents.reportTitle'), t('incidents.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { session } = await requireAccess(request, 'incident:report');
  return { today: session.today };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'incident:report');
  const body = {
    kind: text(form, 'kind') as Incident['kind'],
    title: text(form, 'title'),
    whatHappened: text(form, 'whatHappened'),
    noticedOn: text(form, 'noticedOn'),
    occurredOn: optionalText(form, 'occurredOn'),
    phiInvolved: (text(form, 'phiInvolved') || 'unknown') as Incident['phiInvolved'],
    source: (text(form, 'source') || 'staff') as 'staff' | 'business-associate' | 'alert',
    reporterContact: text(form, 'reporterContact'),
  };
  const made = await attempt(api.POST('/api/v1/incidents', { body }));
  if (!made.ok) return refused(made.problem, form);
  const { id, number, opens } = made.data;
  return redirectWithFlash(opens ? `/incidents/${id}` : '/incidents', t('incidents.sent', { number }));
}

export default function ReportIncident({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('incidents.reportTitle')}
        lead={t('incidents.reportLead')}
        trail={[{ to: '/incidents', label: t('incidents.title') }]}
      />
      <Section>
        <AppForm refused={actionData} draftKey="incident:report" label={t('incidents.reportTitle')}>
          <ChoiceField
            name="kind"
            legend={t('incidents.whatKind')}
            choices={KINDS.map((kind) => ({
              value: kind,
              label: kindWord(kind),
              hint: t(`incidents.kindHint_${kind}`),
            }))}
          />
          <TextField
            name="title"
            label={t('incidents.titleLabel')}
            hint={t('incidents.titleHint')}
            maxLength={200}
            required
          />
          <TextAreaField
            name="whatHappened"
            label={t('incidents.whatHappened')}
            hint={t('incidents.whatHappenedHint')}
            maxLength={10_000}
            rows={4}
            required
          />
          <ChoiceField
            name="phiInvolved"
            legend={t('incidents.isPhi')}
            layout="row"
            defaultValue="unknown"
            choices={choicesOf(PHI_ANSWERS, (answer) => t(`incidents.isPhi_${answer}`))}
          />
          <FieldRow>
            <DateField
              name="noticedOn"
              label={t('incidents.noticedOn')}
              hint={t('incidents.noticedOnHint')}
              defaultValue={loaderData.today}
              required
            />
            <DateField name="occurredOn" label={t('incidents.occurredOn')} />
          </FieldRow>
          <FieldRow>
            <SelectField
              name="source"
              label={t('incidents.toldBy')}
              choices={choicesOf(SOURCES, (source) => t(`incidents.toldBy_${source}`))}
              required
            />
            <TextField
              name="reporterContact"
              label={t('incidents.toldByName')}
              hint={t('incidents.toldByNameHint')}
              maxLength={200}
            />
          </FieldRow>
          <FormActions sticky>
            <SubmitButton>{t('incidents.send')}</SubmitButton>
          </FormActions>
        </AppForm>
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
