import type { ReactNode } from 'react';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import styles from './timeline.module.css';

export interface TimelineEntry {
  id: string;
  /** ISO instant. */
  at: string;
  who: string;
  what: ReactNode;
  /** Names of changed fields, a reason, a hash. */
  note?: ReactNode;
  tone?: 'plain' | 'good' | 'bad';
}

/** Who did what to a record, newest first. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  if (entries.length === 0) return <p className={styles.empty}>{t('records.historyEmpty')}</p>;
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry} data-tone={entry.tone ?? 'plain'}>
          <p>
            <strong>{entry.who}</strong> {entry.what}
          </p>
          <p className={styles.when}>
            <DateText at={entry.at} />
          </p>
          {entry.note && <div className={styles.note}>{entry.note}</div>}
        </li>
      ))}
    </ol>
  );
}
