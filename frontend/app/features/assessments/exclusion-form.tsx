import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { SelectField, TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import type { Exclusion } from './exclusion-table';

interface ExclusionFormProps {
  assets: ItemOf<'/api/v1/assets'>[];
  exclusions: Exclusion[];
  refused: RefusedForm | null;
}

export function ExclusionForm({ assets, exclusions, refused }: ExclusionFormProps) {
  const out = new Set(exclusions.map(({ assetId }) => assetId));
  const choices = assets
    .filter(({ id }) => !out.has(id))
    .map(({ id, tag, name }) => ({ value: id, label: `${tag} ${name}` }));
  return (
    <AppForm refused={refused} intent="exclude" label={t('assessments.excludeAsset')}>
      <SelectField
        name="assetId"
        label={t('assessments.asset')}
        placeholder={t('assessments.chooseAsset')}
        choices={choices}
        required
      />
      <TextAreaField
        name="reason"
        label={t('assessments.reason')}
        hint={t('assessments.exclusionHint')}
        rows={2}
        maxLength={2_000}
        required
      />
      <FormActions>
        <SubmitButton>{t('assessments.exclude')}</SubmitButton>
      </FormActions>
    </AppForm>
  );
}
