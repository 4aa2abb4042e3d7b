import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useRevalidator } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { useHydrated } from '~/ui/theme/use-hydrated';
import styles from './progress-job.module.css';

export type JobRun = Reply<'/api/v1/jobs/{id}', 'get'>;

interface ProgressJobProps {
  /** The job as the loader saw it; from there on the server tells. */
  job: JobRun;
  label: string;
  /** What to offer when it is done, such as a download. */
  done?: (job: JobRun) => ReactNode;
  /** What it means when it failed, by the error code. */
  failed?: (job: JobRun) => ReactNode;
}

/** Work that takes longer than two seconds shows how far it is, live. */
export function ProgressJob({ job: known, label, done, failed }: ProgressJobProps) {
  const { job, lost } = useJobRun(known);
  const hydrated = useHydrated();
  const ended = job.status === 'done' || job.status === 'failed';
  return (
    <div className={styles.job} data-status={job.status}>
      <div className={styles.line}>
        {job.status === 'done' && <IconCircleCheck size={18} aria-hidden />}
        {job.status === 'failed' && <IconAlertTriangle size={18} aria-hidden />}
        <span className={styles.label}>{label}</span>
        <span role="status">{lost ? t('records.progressLost') : stateText(job)}</span>
      </div>
      {!ended && (
        <progress
          className={styles.bar}
          aria-label={label}
          value={job.total ? job.done : undefined}
          max={job.total ?? undefined}
        />
      )}
      {!ended && !hydrated && (
        <Link to="." reloadDocument>
          {t('records.progressReload')}
        </Link>
      )}
      {job.status === 'done' && done?.(job)}
      {job.status === 'failed' && failed?.(job)}
    </div>
  );
}

/**
 * Follows a job to its end; then the page's own data is asked for anew. Also of a job that the page met
 * ended: what it worked on may have been read in the moment before, and nothing else would tell.
 */
function useJobRun(known: JobRun): { job: JobRun; lost: boolean } {
  const [heard, setHeard] = useState<JobRun | null>(null);
  const [lost, setLost] = useState(false);
  const { revalidate } = useRevalidator();
  const askedAfter = useRef<string>(null);
  const running = known.status === 'queued' || known.status === 'running';

  useEffect(() => {
    const askAnew = () => {
      if (askedAfter.current === known.id) return;
      askedAfter.current = known.id;
      void revalidate();
    };
    if (!running) return askAnew();
    const events = new EventSource(`/api/v1/jobs/${known.id}/events`);
    events.onopen = () => setLost(false);
    events.onerror = () => setLost(true); // the browser tries again by itself
    events.onmessage = (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as JobRun;
      setHeard(job);
      if (job.status !== 'done' && job.status !== 'failed') return;
      events.close();
      askAnew();
    };
    return () => events.close();
  }, [known.id, running, revalidate]);

  return { job: running && heard?.id === known.id ? heard : known, lost };
}

function stateText({ status, done, total }: JobRun): string {
  if (status === 'done') return t('records.progressDone');
  if (status === 'failed') return t('records.progressFailed');
  if (status === 'queued' || !total) return t('records.progressStart');
  return t('records.progressOf', { done, total });
}
