import { t } from '~/messages';
import styles from './risk-heat-map.module.css';
import type { TrendPoint } from './trend-table';

/** Says plainly where the points of a trend were not all rated by the same scale; nothing where they were. */
export function ScalesDiffer({ points }: { points: readonly TrendPoint[] }) {
  const names = new Set(
    points.flatMap(({ scales }) =>
      scales.map(({ title, version }) => t('scales.scaleNamed', { title, version })),
    ),
  );
  if (names.size < 2) return null;
  return <p className={styles.note}>{t('scales.trendDiffers', { scales: [...names].join('; ') })}</p>;
}
