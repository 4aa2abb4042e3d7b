import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import styles from './import.module.css';
import { waitsForColumns, type ImportView } from './import-types';

/** The yes. With bad rows in the list it asks which rows; without a good one there is nothing to ask. */
export function CommitForm({ list, refused }: { list: ImportView; refused?: RefusedForm | null }) {
  const good = list.rowCount - list.counts.bad;
  return (
    <Section title={t('assetImport.commit')} lead={t('assetImport.commitWhat')}>
      {good === 0 ? (
        <p className={styles.nothing}>
          {waitsForColumns(list) ? t('assetImport.commitAfterColumns') : t('assetImport.commitNothing')}
        </p>
      ) : (
        <AppForm refused={refused} intent="commit" version={list.version} label={t('assetImport.commit')}>
          {list.counts.bad > 0 && (
            <ChoiceField
              name="which"
              legend={t('assetImport.commitQuestion')}
              defaultValue="good"
              choices={[
                {
                  value: 'good',
                  label: t('assetImport.commitGood', { count: good }),
                  hint: t('assetImport.commitGoodHint'),
                },
                { value: 'all', label: t('assetImport.commitAll'), hint: t('assetImport.commitAllHint') },
              ]}
            />
          )}
          <FormActions>
            <SubmitButton busyLabel={t('assetImport.committing')}>
              {t('assetImport.commitGo', { count: good })}
            </SubmitButton>
          </FormActions>
        </AppForm>
      )}
      <div className={styles.discard}>
        <ConfirmDialog
          label={t('assetImport.discard')}
          title={t('assetImport.discardTitle')}
          consequence={t('assetImport.discardText', { file: list.fileName })}
          confirmLabel={t('assetImport.discardConfirm')}
          variant="subtle"
          fields={{ intent: 'discard', version: list.version }}
        />
      </div>
    </Section>
  );
}
