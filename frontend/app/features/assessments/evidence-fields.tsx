import { t } from '~/messages';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FileField } from '~/ui/form/file-field';
import { MOST_MEGABYTES } from '~/ui/form/file-size';

export function EvidenceFields() {
  return (
    <>
      <TextField name="title" label={t('assessments.evidenceTitle')} maxLength={200} required />
      <FileField
        name="file"
        most={MOST_MEGABYTES.evidence}
        label={t('assessments.evidenceFile')}
        hint={t('assessments.evidenceFileHint')}
      />
      <TextAreaField name="note" label={t('assessments.evidenceNote')} rows={2} maxLength={10_000} />
    </>
  );
}
