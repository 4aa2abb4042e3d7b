import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { StatusBadge } from '~/ui/text/status-badge';
import { concernLabel, concernText, type Concern, type ConcernMark } from './flow-labels';
import styles from './inventory.module.css';

const TONES = { high: 'bad', moderate: 'warn' } as const;

export function ConcernBadges({ concerns }: { concerns: readonly ConcernMark[] }) {
  if (concerns.length === 0) return <span className={styles.quiet}>{t('dataFlows.noConcern')}</span>;
  return (
    <span className={styles.badges}>
      {concerns.map(({ kind, severity }) => (
        <StatusBadge key={kind} tone={TONES[severity]}>
          {concernLabel(kind)}
        </StatusBadge>
      ))}
    </span>
  );
}

/** Each concern with what to do about it and where the rule says so. */
export function ConcernList({ concerns }: { concerns: Concern[] }) {
  if (concerns.length === 0) return <p className={styles.quiet}>{t('dataFlows.concernsNone')}</p>;
  return (
    <ul className={styles.list}>
      {concerns.map(({ kind, severity, citations }) => (
        <li key={kind}>
          <StatusBadge tone={TONES[severity]}>{concernLabel(kind)}</StatusBadge>
          <p>{concernText(kind)}</p>
          <span className={styles.citations}>
            {citations.map((citation) => (
              <Citation key={citation} text={citation} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
