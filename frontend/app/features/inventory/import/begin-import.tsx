import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FileField } from '~/ui/form/file-field';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { Section, Stack } from '~/ui/text/section';
import type { ImportLists } from './import-lists';
import type { ImportSummary } from './import-types';
import styles from './import.module.css';
import { RecentImports } from './recent-imports';

interface BeginImportProps {
  of: ImportLists;
  imports: ImportSummary[];
  refused: RefusedForm | undefined;
}

/** Where a list is brought, with how it works and the lists of before. */
export function BeginImport({ of, imports, refused }: BeginImportProps) {
  return (
    <>
      <PageHeader
        title={of.title()}
        lead={t('assetImport.lead')}
        trail={[{ to: of.within.to, label: of.within.title() }]}
        nextStep={{
          title: t('assetImport.nextBringTitle'),
          text: t('assetImport.nextBringText'),
          citation: '45 CFR 164.308(a)(1)(ii)(A)',
          href: null,
        }}
        actions={
          <ButtonLink to={of.other.to} variant="default">
            {of.other.title()}
          </ButtonLink>
        }
      />
      <Stack>
        <Section>
          <AppForm refused={refused} encType="multipart/form-data" label={of.title()}>
            <FileField
              name="file"
              most={MOST_MEGABYTES.assetList}
              label={t('assetImport.file')}
              hint={t('assetImport.fileHint')}
              accept=".xlsx,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/tab-separated-values,text/plain"
            />
            <FormActions>
              <SubmitButton busyLabel={t('assetImport.uploading')}>{t('assetImport.upload')}</SubmitButton>
            </FormActions>
          </AppForm>
        </Section>
        <Section
          title={t('assetImport.how')}
          actions={
            <a href={`${of.api}/template.csv`} download>
              {t('assetImport.template')}
            </a>
          }
        >
          <ol className={styles.steps}>
            {of.how().map((step) => (
              <li key={step}>{step}</li>
            ))}
            <li>{t('assetImport.templateHint')}</li>
          </ol>
        </Section>
        <RecentImports of={of} imports={imports} />
      </Stack>
    </>
  );
}
