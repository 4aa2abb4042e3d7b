import type { Scale } from '~/features/risks/words';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import styles from './action-effects.module.css';
import type { Effect } from './words';

/** What those decided who checked the action, the oldest first. */
export function EffectOutcomes({ effect, scale }: { effect: Effect; scale: Scale }) {
  if (effect.outcomes.length === 0) return null;
  const level = (stored: { level: string } | null) =>
    stored
      ? (scale.levels.find(({ id }) => id === stored.level)?.label ?? stored.level)
      : t('effects.unratedBefore');
  return (
    <ul className={`${styles.whole} ${styles.outcomes}`} aria-label={t('effects.decided')}>
      {effect.outcomes.map(({ outcome, from, to, by, at, reason }) => (
        <li key={at}>
          {outcome === 'moved'
            ? t('effects.moved', { name: by.name, from: level(from), to: level(to) })
            : t('effects.left', { name: by.name, from: level(from) })}
          {', '}
          <DateText at={at} />
          {reason && `: ${reason}`}
        </li>
      ))}
    </ul>
  );
}
