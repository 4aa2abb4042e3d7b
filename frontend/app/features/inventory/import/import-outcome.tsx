import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { t } from '~/messages';
import { ProgressJob, type JobRun } from '~/ui/feedback/progress-job';
import { TableExport } from '~/ui/table/table-export';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { ChosenValues } from './chosen-values';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import type { ImportView } from './import-types';

/** While the list is being taken over. */
export function ImportProgress({ list, job }: { list: ImportView; job: JobRun }) {
  return (
    <Section>
      <ProgressJob job={job} label={t('assetImport.progress', { file: list.fileName })} />
      <p className={styles.remark}>{t('assetImport.working')}</p>
    </Section>
  );
}

/** The last try took nothing over: why, and that the list is still here. */
export function ImportFailed({ code }: { code: string | null }) {
  const becameBad = code?.endsWith('.bad-rows') || code?.endsWith('.nothing-good');
  return (
    <div className={styles.failed} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <p>{becameBad ? t('assetImport.failedBadRows') : t('assetImport.failed')}</p>
    </div>
  );
}

/** What became of it, and where to look. */
export function ImportDone({ of, list }: { of: ImportLists; list: ImportView }) {
  const { created, changed, unchanged, skipped } = list.result ?? {
    created: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
  };
  return (
    <Section>
      <div className={styles.done}>
        <IconCircleCheck size={22} aria-hidden />
        <div>
          <p className={styles.doneTitle}>{t('assetImport.doneTitle')}</p>
          <p>{t('assetImport.done', { created, changed, unchanged, skipped })}</p>
          <ChosenValues of={of} list={list} places={null} />
          <div className={styles.doneActions}>
            <ButtonLink to={`${of.within.to}?sort=-updatedAt`}>{t('assetImport.seeAssets')}</ButtonLink>
            <ButtonLink to={of.page} variant="default">
              {t('assetImport.another')}
            </ButtonLink>
            {skipped > 0 && (
              <a href={`${of.api}/${list.id}/problems.csv`} download>
                {t('assetImport.downloadProblems')}
              </a>
            )}
            {skipped > 0 && (
              <TableExport files={{ list: `${of.api}/${list.id}/rows`, filters: { outcome: 'bad' } }} />
            )}
          </div>
        </div>
      </div>
    </Section>
  );
}
