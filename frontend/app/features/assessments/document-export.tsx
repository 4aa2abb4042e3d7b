import { Button } from '@mantine/core';
import type { Icon as TablerIcon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '~/api/problem';
import type { DocumentProgress } from '~/documents/rendering/document-progress.server';
import { t } from '~/messages';
import { describeProblem } from '~/ui/feedback/describe-problem';
import styles from './document-links.module.css';
import type { Download } from './use-download';

/** What the three steps take of the time. */
const COUNTED = 0.6;
const SET = 0.1;
const DRAWN = 0.3;

interface DocumentButtonProps {
  href: string;
  label: string;
  icon: TablerIcon;
  making: boolean;
}

/** Sends the form of the export for a document that takes seconds to be made. */
export function DocumentButton({ href, label, icon: Icon, making }: DocumentButtonProps) {
  return (
    <Button
      type="submit"
      formAction={href}
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      aria-disabled={making || undefined}
      data-disabled={making || undefined}
    >
      {label}
    </Button>
  );
}

interface DocumentStateProps {
  label: string;
  download: Download;
  again: () => void;
}

/** Where scripts run, it tells how the document stands. */
export function DocumentState({ label, download, again }: DocumentStateProps) {
  const news = useRef<HTMLDivElement>(null);
  const { state } = download;
  const isTold = state === 'making' && download.progress !== null;
  // It stands below the button, which may be the last that is in sight.
  useEffect(() => {
    if (state !== 'idle') news.current?.scrollIntoView({ block: 'nearest' });
  }, [state, isTold]);
  return (
    <div className={styles.document} ref={news}>
      <p className={styles.state} role="status">
        {stateText(download)}
      </p>
      {download.state === 'making' && <HowFar label={label} progress={download.progress} />}
      {download.state === 'failed' && <Failure problem={download.problem} again={again} />}
    </div>
  );
}

function HowFar({ label, progress }: { label: string; progress: DocumentProgress | null }) {
  const text = progress ? howFarText(progress) : undefined;
  return (
    <>
      <progress className={styles.bar} aria-label={label} aria-valuetext={text} value={shareDone(progress)} />
      {/* Not among what is read aloud by itself: it changes each second. */}
      {text && <p className={styles.note}>{text}</p>}
    </>
  );
}

function howFarText(progress: DocumentProgress): string | undefined {
  if (progress.step === 'waiting')
    return progress.ahead > 0 ? t('documents.waiting', { count: progress.ahead }) : undefined;
  const { step, page, pages } = progress;
  if (pages === null) return t('documents.counting', { count: page });
  return t(step === 'setting' ? 'documents.setting' : 'documents.drawing', { page, pages });
}

/** Of the bar. Undefined as long as nobody knows how many pages there will be. */
function shareDone(progress: DocumentProgress | null): number | undefined {
  if (!progress || progress.step === 'waiting' || progress.pages === null) return undefined;
  const share = progress.page / progress.pages;
  return progress.step === 'setting' ? COUNTED + share * SET : COUNTED + SET + share * DRAWN;
}

function stateText(download: Download): string {
  if (download.state === 'making') return t('documents.making');
  if (download.state === 'saved') return t('documents.saved', { file: download.fileName });
  return '';
}

function Failure({ problem, again }: { problem: ApiProblem; again: () => void }) {
  const { happened, todo } = failureText(problem);
  return (
    <div className={styles.failure} role="alert">
      <p className={styles.failed}>{t('documents.notMade')}</p>
      <p>{happened}</p>
      <p>{t('documents.nothingLost')}</p>
      {todo && <p>{todo}</p>}
      {problem.requestId && (
        <p className={styles.note}>
          {t('errors.requestId')} <code>{problem.requestId}</code>
        </p>
      )}
      <Button size="xs" variant="default" onClick={again}>
        {t('errors.again')}
      </Button>
    </div>
  );
}

/** A server that says why it cannot serve is taken at its word: it is there, so "does not answer" would be untrue. */
function failureText(problem: ApiProblem): { happened: string; todo: string | null } {
  if (problem.status !== 503 || !problem.title) return describeProblem(problem, false);
  const happened = [problem.title, problem.detail].filter(Boolean).join('. ');
  return { happened, todo: problem.retryAfterSeconds ? t('documents.tryLater') : null };
}
