import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { RecordField } from '~/ui/form/record-field';
import type { NamedRecord } from '~/ui/form/use-choices';
import type { Exclusion } from './exclusion-table';

interface ExclusionFormProps {
  /** The first assets, to begin with. */
  assets: readonly NamedRecord[];
  exclusions: Exclusion[];
  refused: RefusedForm | null;
}

export function ExclusionForm({ assets, exclusions, refused }: ExclusionFormProps) {
  return (
    <AppForm refused={refused} intent="exclude" label={t('assessments.excludeAsset')}>
      <RecordField
        name="asset"
        label={t('assessments.asset')}
        hint={t('records.assetSearchHint')}
        choices={assets}
        search="/search/choices?of=assets"
        without={exclusions.map(({ tag }) => tag)}
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
