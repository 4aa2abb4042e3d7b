import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { DateField, TextAreaField, TextField } from '~/ui/form/fields';
import { FileField } from '~/ui/form/file-field';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { FieldRow } from '~/ui/form/form-layout';
import { METHODS, methodLabel, type Purpose, type Sanitization } from './sanitization-labels';

interface SanitizationFieldsProps {
  purpose: Purpose;
  /** The record that is put right. */
  record?: Sanitization | null;
}

export function SanitizationFields({ purpose, record }: SanitizationFieldsProps) {
  const methods = METHODS.filter((method) => purpose === 'disposal' || method !== 'destroy');
  return (
    <>
      <input type="hidden" name="purpose" value={purpose} />
      {record && <input type="hidden" name="corrects" value={record.id} />}
      <ChoiceField
        name="method"
        legend={t('sanitization.method')}
        hint={t('sanitization.methodHint')}
        defaultValue={record?.method}
        choices={methods.map((value) => ({
          value,
          label: methodLabel(value),
          hint: t(`sanitization.methodHint_${value}`),
        }))}
      />
      <TextAreaField
        name="notNeededReason"
        label={t('sanitization.notNeededReason')}
        defaultValue={record?.notNeededReason}
        maxLength={1000}
        rows={2}
      />
      <FieldRow>
        <DateField name="doneOn" label={t('sanitization.doneOn')} defaultValue={record?.doneOn} required />
        <TextField
          name="doneBy"
          label={t('sanitization.doneBy')}
          hint={t('sanitization.doneByHint')}
          defaultValue={record?.doneBy}
          maxLength={200}
          required
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="verifiedBy"
          label={t('sanitization.verifiedBy')}
          hint={t('sanitization.verifiedByHint')}
          defaultValue={record?.verifiedBy}
          maxLength={200}
        />
        <TextField
          name="givenTo"
          label={t('sanitization.givenTo')}
          hint={t('sanitization.givenToHint')}
          defaultValue={record?.givenTo}
          maxLength={200}
        />
      </FieldRow>
      <TextField
        name="certificate"
        label={t('sanitization.certificate')}
        defaultValue={record?.certificate}
        maxLength={200}
        width="medium"
      />
      <FileField
        name="file"
        most={MOST_MEGABYTES.evidence}
        label={t('sanitization.file')}
        hint={t('sanitization.fileHint')}
      />
    </>
  );
}
