import { t } from '~/messages';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FileField } from '~/ui/form/file-field';

export function EvidenceFields() {
  return (
    <>
      <TextField name="title" label={t('assessments.evidenceTitle')} maxLength={200} required />
      <FileField name="file" label={t('assessments.evidenceFile')} hint={t('assessments.evidenceFileHint')} />
      <TextAreaField name="note" label={t('assessments.evidenceNote')} rows={2} maxLength={10_000} />
    </>
  );
}
