import { t } from '~/messages';
import type { Reply } from '~/api/reply';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ProgressJob, type JobRun } from '~/ui/feedback/progress-job';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './audit.module.css';

type Verification = Reply<'/api/v1/audit-events/verification', 'get'>;

/** How far the log is sealed, what the last verification found; the job while one is under way, else the button. */
export function LogState({ state, job }: { state: Verification; job: JobRun | null }) {
  return (
    <Section id="seal" title={t('audit.seal')} lead={t('audit.sealLead')}>
      <Facts
        rows={[
          { name: t('audit.lastVerified'), value: <LastRun run={state.lastRun} /> },
          {
            name: t('audit.sealedTitle'),
            value: state.sealedAt ? (
              <>
                {t('audit.sealed', { count: state.treeSize })} <DateText at={state.sealedAt} />.{' '}
                {state.unsealed > 0 && t('audit.waiting', { count: state.unsealed })}
              </>
            ) : (
              t('audit.notSealed')
            ),
          },
          { name: t('audit.root'), value: <code className={styles.hash}>{state.rootHash ?? '–'}</code> },
        ]}
      />
      {job ? (
        <ProgressJob job={job} label={t('audit.verifying')} />
      ) : (
        <AppForm label={t('audit.verify')}>
          <FormActions>
            <SubmitButton>{t('audit.verify')}</SubmitButton>
          </FormActions>
        </AppForm>
      )}
    </Section>
  );
}

function LastRun({ run }: { run: Verification['lastRun'] }) {
  if (!run) return <>{t('audit.neverVerified')}</>;
  if (run.status === 'failed') return <>{t('audit.verifyFailed')}</>;
  if (run.status !== 'done') return <>{t('audit.verifying')}</>;
  const { faults } = run;
  return (
    <>
      <DateText at={run.finishedAt} />{' '}
      <span className={styles.result}>
        <StatusBadge tone={faults.length === 0 ? 'good' : 'bad'}>
          {faults.length === 0
            ? t('audit.whole_result', { count: run.rows ?? 0 })
            : t('audit.faults', { count: run.faultCount ?? faults.length })}
        </StatusBadge>
      </span>
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.map((fault, index) => (
            <li key={index}>{fault.words}</li>
          ))}
        </ul>
      )}
    </>
  );
}
