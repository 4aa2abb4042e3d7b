import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, DateField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { choicesOf, type Incident } from './incident-words';

const KINDS = ['fact', 'decision', 'action', 'note'] as const;

/** One line of the log, written while things happen or after. */
export function EntryForm({ incident, refused }: { incident: Incident; refused: RefusedForm | null }) {
  return (
    <Section title={t('incidents.entryWrite')}>
      <AppForm
        refused={refused}
        intent="entry"
        draftKey={`incident:${incident.id}:entry`}
        label={t('incidents.entryWrite')}
      >
        <ChoiceField
          name="kind"
          legend={t('incidents.entryKind')}
          layout="row"
          defaultValue="fact"
          choices={choicesOf(KINDS, (kind) => t(`incidents.entryKind_${kind}`))}
        />
        <TextAreaField name="words" label={t('incidents.entryWords')} rows={3} maxLength={10_000} required />
        <FieldRow>
          <DateField name="happenedOn" label={t('incidents.entryWhen')} max={incident.today} />
          <TextField name="happenedTime" type="time" label={t('incidents.entryTime')} width="short" />
        </FieldRow>
        {incident.allowedActions.includes('counsel') && (
          <CheckboxField name="counsel" label={t('incidents.entryCounsel')} />
        )}
        <FormActions>
          <SubmitButton>{t('incidents.entryWrite')}</SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}
