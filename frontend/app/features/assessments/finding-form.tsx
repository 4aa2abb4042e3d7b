import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { standingWord } from './words';

export function FindingForm({ refused }: { refused: RefusedForm | null }) {
  return (
    <AppForm refused={refused} intent="add" draftKey="finding:new" label={t('assessments.addFinding')}>
      <TextField name="title" label={t('assessments.findingName')} maxLength={300} required />
      <TextAreaField name="detail" label={t('assessments.findingDetail')} rows={3} maxLength={5_000} />
      <ChoiceField
        name="standing"
        legend={t('assessments.standing')}
        layout="row"
        defaultValue="gap"
        choices={(['gap', 'partial', 'unknown'] as const).map((value) => ({
          value,
          label: standingWord(value),
        }))}
      />
      <TextAreaField
        name="citations"
        label={t('assessments.findingCitations')}
        hint={t('assessments.findingCitationsHint')}
        rows={2}
      />
      <FormActions>
        <SubmitButton>{t('assessments.addFinding')}</SubmitButton>
      </FormActions>
    </AppForm>
  );
}
