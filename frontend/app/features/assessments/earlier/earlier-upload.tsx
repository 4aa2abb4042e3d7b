import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { SelectField } from '~/ui/form/fields';
import { FileField } from '~/ui/form/file-field';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { PreviewSummary } from './preview-summary';
import type { EarlierPreview } from './preview-types';

interface EarlierUploadProps {
  preview: EarlierPreview | null;
  refused: RefusedForm | null;
}

/** Looking comes first; taking over sends the same file again, and the server knows whether it is the one that was looked at. */
export function EarlierUpload({ preview, refused }: EarlierUploadProps) {
  const hydrated = useHydrated();
  const fits = preview?.counts.fits ?? 0;
  return (
    <AppForm
      refused={refused}
      encType="multipart/form-data"
      label={t('earlierAnswers.title')}
      looking={preview !== null}
    >
      <FileField
        name="file"
        most={MOST_MEGABYTES.answerList}
        label={t('earlierAnswers.file')}
        hint={t('earlierAnswers.fileHint')}
        accept=".xlsx,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/tab-separated-values,text/plain"
      />
      {preview && <PreviewSummary preview={preview} />}
      {preview && <SheetField preview={preview} />}
      {preview && fits > 0 && <input type="hidden" name="seen" value={preview.seen} />}
      {preview && fits > 0 && preview.counts.bad > 0 && <LeaveOutField />}
      {fits > 0 && !hydrated && <p>{t('earlierAnswers.fileAgain')}</p>}
      <FormActions>
        {fits > 0 && (
          <SubmitButton name="intent" value="take">
            {t('earlierAnswers.take', { count: fits })}
          </SubmitButton>
        )}
        <SubmitButton
          name="intent"
          value="look"
          variant={fits > 0 ? 'default' : 'filled'}
          busyLabel={t('earlierAnswers.reading')}
        >
          {preview ? t('earlierAnswers.lookAgain') : t('earlierAnswers.look')}
        </SubmitButton>
      </FormActions>
    </AppForm>
  );
}

/** Of a workbook with several sheets one is read: the others are named, and one of them can be looked at instead. */
function SheetField({ preview: { workbook, seen } }: { preview: EarlierPreview }) {
  if (!workbook || workbook.sheets.length < 2) return null;
  return (
    <SelectField
      key={seen}
      name="sheet"
      label={t('earlierAnswers.sheet')}
      hint={t('earlierAnswers.sheetHint')}
      choices={workbook.sheets.map(({ name, hidden }) => ({
        value: name,
        label: hidden ? t('earlierAnswers.sheetHidden', { sheet: name }) : name,
      }))}
      defaultValue={workbook.sheet}
    />
  );
}

function LeaveOutField() {
  return (
    <ChoiceField
      name="leaveOutBad"
      legend={t('earlierAnswers.leaveOut')}
      defaultValue="true"
      choices={[
        {
          value: 'true',
          label: t('earlierAnswers.leaveOutYes'),
          hint: t('earlierAnswers.leaveOutYesHint'),
        },
        { value: 'false', label: t('earlierAnswers.leaveOutNo'), hint: t('earlierAnswers.leaveOutNoHint') },
      ]}
    />
  );
}
