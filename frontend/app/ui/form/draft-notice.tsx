import type { ReactNode } from 'react';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import styles from './form.module.css';

interface DraftNoticeProps {
  /** When it was typed; null draws nothing. */
  at: string | null;
  onDiscard: () => void;
  /** What else to do with it, or to know of it. */
  children?: ReactNode;
}

/** Says that a form holds words which were typed before and never saved. */
export function DraftNotice({ at, onDiscard, children }: DraftNoticeProps) {
  if (!at) return null;
  const [before, after] = t('session.draftRestored', { time: '\u0000' }).split('\u0000');
  return (
    <div className={styles.draft} role="status">
      <p>
        {before}
        <DateText at={at} time="only" />
        {after}
      </p>
      {children}
      <button type="button" className={styles.quiet} onClick={onDiscard}>
        {t('session.draftDiscard')}
      </button>
    </div>
  );
}
