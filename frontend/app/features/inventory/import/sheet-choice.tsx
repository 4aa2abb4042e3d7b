import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { SelectField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import styles from './import.module.css';
import type { ImportView } from './import-types';

type Workbook = NonNullable<ImportView['workbook']>;

/** Of a workbook with several sheets one is read, and the others are named: nothing is left out unsaid. */
export function SheetChoice({ list, refused }: { list: ImportView; refused?: RefusedForm | null }) {
  const { workbook } = list;
  if (!workbook || !list.allowedActions.includes('choose-sheet')) return null;
  const others = workbook.sheets.filter(({ name }) => name !== workbook.sheet);
  return (
    <Section title={t('assetImport.sheetTitle')}>
      <p className={styles.ignored}>
        {t('assetImport.sheetOthers', { count: others.length, names: others.map(sheetName).join(', ') })}
      </p>
      <AppForm refused={refused} intent="sheet" version={list.version} label={t('assetImport.sheetTitle')}>
        <SelectField
          name="sheet"
          required
          label={t('assetImport.sheetLabel')}
          choices={workbook.sheets.map((sheet) => ({ value: sheet.name, label: sheetName(sheet) }))}
          defaultValue={workbook.sheet}
        />
        <FormActions>
          <SubmitButton>{t('assetImport.sheetGo')}</SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}

function sheetName({ name, hidden }: Workbook['sheets'][number]): string {
  return hidden ? t('assetImport.sheetHidden', { sheet: name }) : name;
}
