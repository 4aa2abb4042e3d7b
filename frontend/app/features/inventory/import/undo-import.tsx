import { Link } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { ProgressJob, type JobRun } from '~/ui/feedback/progress-job';
import { Section } from '~/ui/text/section';
import { ChosenValues } from './chosen-values';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import type { ImportView, UndoPlan } from './import-types';

type Kept = UndoPlan['kept'][number];

interface UndoImportProps {
  of: ImportLists;
  list: ImportView;
  plan: UndoPlan;
  failed: boolean;
}

/** What an undo would take back now, what it would leave and why; behind one, what is left. */
export function UndoImport({ of, list, plan, failed }: UndoImportProps) {
  if (!list.allowedActions.includes('undo')) return null;
  const nothing = plan.withdraw + plan.restore === 0;
  return (
    <Section title={t('assetImport.undo')} lead={t('assetImport.undoLead')}>
      {failed && (
        <p className={styles.nothing} role="alert">
          {t('assetImport.undoFailed')}
        </p>
      )}
      <p>{nothing ? t('assetImport.undoNothing') : t('assetImport.undoWould', counts(plan))}</p>
      <KeptRecords of={of} plan={plan} />
      {!nothing && (
        <div className={styles.discard}>
          <ConfirmDialog
            label={t('assetImport.undo')}
            title={t('assetImport.undoTitle')}
            consequence={t('assetImport.undoText', { file: list.fileName, ...counts(plan) })}
            confirmLabel={t('assetImport.undoConfirm')}
            tone="danger"
            fields={{ intent: 'undo', version: list.version }}
          />
        </div>
      )}
    </Section>
  );
}

export function UndoProgress({ list, job }: { list: ImportView; job: JobRun }) {
  return (
    <Section>
      <ProgressJob job={job} label={t('assetImport.undoing', { file: list.fileName })} />
      <p className={styles.remark}>{t('assetImport.working')}</p>
    </Section>
  );
}

/** What an undo did. */
export function Undone({ of, list }: { of: ImportLists; list: ImportView }) {
  const { withdrawn, restored, kept } = list.undoResult ?? { withdrawn: 0, restored: 0, kept: 0 };
  return (
    <Section title={t('assetImport.undoneTitle')}>
      <p>{t('assetImport.undone', { withdrawn, restored, kept })}</p>
      <ChosenValues of={of} list={list} places={null} />
      <p className={styles.remark}>{t('assetImport.undoneKept')}</p>
    </Section>
  );
}

function KeptRecords({ of, plan }: { of: ImportLists; plan: UndoPlan }) {
  if (plan.keep === 0) return null;
  const unnamed = plan.keep - plan.kept.length;
  return (
    <>
      <p>{t('assetImport.undoKeeps', { count: plan.keep })}</p>
      <ul className={styles.problems}>
        {plan.kept.map((kept) => (
          <li key={kept.tag}>
            <KeptName of={of} kept={kept} />
            {`: ${t(`assetImport.kept_${kept.because}`)}`}
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p>{t('assetImport.undoKeepsMore', { count: unnamed })}</p>}
    </>
  );
}

function KeptName({ of, kept: { recordId, tag, name } }: { of: ImportLists; kept: Kept }) {
  const words = `${tag} ${name}`;
  return recordId ? <Link to={of.recordPage(recordId)}>{words}</Link> : <>{words}</>;
}

function counts({ withdraw, restore, keep }: UndoPlan) {
  return { withdraw, restore, keep };
}
