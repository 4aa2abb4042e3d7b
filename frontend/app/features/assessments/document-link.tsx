import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { describeProblem } from '~/ui/feedback/describe-problem';
import styles from './document-links.module.css';
import { useDownload, type Download } from './use-download';

/** A plain link to a file that takes seconds to be made; where scripts run, it tells so meanwhile. */
export function DocumentLink({ href, label }: { href: string; label: string }) {
  const { download, start } = useDownload(href);
  const making = download.state === 'making';
  const follow = (event: MouseEvent) => {
    // A click that asks for a new tab or window is the browser's own.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    start();
  };
  return (
    <div className={styles.document}>
      <Button
        component="a"
        href={href}
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        download
        onClick={follow}
        aria-disabled={making || undefined}
        data-disabled={making || undefined}
      >
        {label}
      </Button>
      <p className={styles.state} role="status">
        {stateText(download)}
      </p>
      {making && <progress className={styles.bar} aria-label={label} />}
      {download.state === 'failed' && <Failure problem={download.problem} again={start} />}
    </div>
  );
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
