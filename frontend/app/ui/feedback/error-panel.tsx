import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { useOptionalSession } from '~/session/session';
import { CopyButton } from '~/ui/feedback/copy-button';
import { describeProblem } from './describe-problem';
import styles from './error-panel.module.css';

interface ErrorPanelProps {
  problem: ApiProblem;
  title?: string;
  /** True in a form: the typed words are still there. */
  changing?: boolean;
  children?: ReactNode;
}

export function ErrorPanel({ problem, title, changing = false, children }: ErrorPanelProps) {
  const { happened, kept, todo } = describeProblem(problem, changing);
  // An admin would be told to ask themselves; the work is another role's.
  const isAdmin = useOptionalSession()?.role === 'org-admin';
  return (
    <section className={styles.panel} role="alert" aria-label={title ?? t('errors.formTitle')}>
      <IconAlertTriangle className={styles.icon} size={18} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{title ?? t('errors.formTitle')}</p>
        <dl className={styles.facts}>
          <dt>{t('errors.happened')}</dt>
          <dd>{happened}</dd>
          <dt>{t('errors.kept')}</dt>
          <dd>{kept}</dd>
          <dt>{t('errors.todo')}</dt>
          <dd>
            {isAdmin && problem.status === 403 && problem.code !== 'access.form-token'
              ? t('errors.deniedTodoAdmin')
              : todo}
          </dd>
        </dl>
        {children}
        {problem.requestId && (
          <p className={styles.request}>
            <span>{t('errors.requestId')}</span> <code>{problem.requestId}</code>
            <CopyButton value={problem.requestId} />
          </p>
        )}
      </div>
    </section>
  );
}
