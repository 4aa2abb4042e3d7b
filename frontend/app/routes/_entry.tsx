import { IconShieldCheck } from '@tabler/icons-react';
import { Outlet } from 'react-router';
import { t } from '~/messages';
import { ErrorPage } from '~/ui/feedback/error-page';
import styles from '~/ui/shell/entry-frame.module.css';
import type { Route } from './+types/_entry';

/** The frame of the pages before signing in. */
export default function EntryFrame() {
  const points = [t('entry.pointAnalysis'), t('entry.pointPlan'), t('entry.pointProof')];
  return (
    <div className={styles.frame}>
      <main className={styles.main}>
        <p className={styles.brand}>
          <img src="/icon.svg" width={28} height={28} alt="" />
          {t('shell.product')}
        </p>
        <Outlet />
      </main>
      <aside className={styles.side} aria-label={t('shell.tagline')}>
        <p className={styles.tagline}>{t('shell.tagline')}</p>
        <ul>
          {points.map((point) => (
            <li key={point}>
              <IconShieldCheck size={20} stroke={1.6} aria-hidden />
              {point}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
