import { t } from '~/messages';
import { dayText } from '~/ui/text/date-text';
import styles from './trend-chart.module.css';
import { severityOf } from './words';
import type { TrendPoint } from './trend-table';

/** Two bars a point, before safeguards and with them; drawn for the eye, the table beside it says the same. */
export function TrendChart({ points }: { points: readonly TrendPoint[] }) {
  const most = Math.max(1, ...points.map(({ openRisks }) => openRisks));
  return (
    <div role="img" aria-label={t('trend.chartLabel')} className={styles.chart}>
      {points.map((point) => (
        <div key={point.assessment?.id ?? 'now'} className={styles.point}>
          <div className={styles.when}>{point.assessment ? dayText(point.on) : t('trend.now')}</div>
          <div className={styles.bars}>
            <Bar point={point} kind="inherent" most={most} />
            <Bar point={point} kind="residual" most={most} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Bar({ point, kind, most }: { point: TrendPoint; kind: 'inherent' | 'residual'; most: number }) {
  const levels = [...point.levels].reverse().filter((level) => level[kind] > 0);
  const unrated = point.openRisks - levels.reduce((sum, level) => sum + level[kind], 0);
  return (
    <div className={styles.row}>
      <span className={styles.kind}>{kind === 'inherent' ? t('trend.before') : t('trend.after')}</span>
      <span className={styles.bar}>
        {levels.map((level) => (
          <span
            key={`${level.rank}|${level.label}`}
            className={styles.part}
            data-severity={severityOf(level.rank)}
            style={{ width: `${(100 * level[kind]) / most}%` }}
          >
            {level[kind]}
          </span>
        ))}
        {unrated > 0 && (
          <span className={styles.part} data-severity="none" style={{ width: `${(100 * unrated) / most}%` }}>
            {unrated}
          </span>
        )}
      </span>
    </div>
  );
}
