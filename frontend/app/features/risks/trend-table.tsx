import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { Money } from '~/ui/text/money';
import styles from './trend-table.module.css';

export type TrendPoint = Reply<'/api/v1/risks/trend', 'get'>['points'][number];
type Level = TrendPoint['levels'][number];

/** The figures of the chart, point by point. */
export function TrendTable({ points }: { points: readonly TrendPoint[] }) {
  return (
    <DataTable
      plain
      caption={t('trend.tableTitle')}
      columns={columns(points)}
      rows={[...points]}
      rowKey={({ assessment }) => assessment?.id ?? 'now'}
      empty={null}
    />
  );
}

function columns(points: readonly TrendPoint[]): Column<TrendPoint>[] {
  return [
    { key: 'when', header: t('trend.when'), cell: (point) => <When point={point} /> },
    { key: 'all', header: t('trend.all'), align: 'end', cell: ({ openRisks }) => openRisks },
    ...levelsOf(points).map((level): Column<TrendPoint> => ({
      key: keyOf(level),
      header: level.label,
      headerNote: scaleOf(level, points),
      align: 'end',
      cell: (point) => <Figure level={point.levels.find((own) => keyOf(own) === keyOf(level))} />,
    })),
    { key: 'unrated', header: t('trend.unrated'), align: 'end', cell: ({ unrated }) => unrated },
    {
      key: 'money',
      header: t('trend.money'),
      align: 'end',
      cell: ({ openCents }) => <Money cents={openCents} />,
    },
  ];
}

function When({ point: { assessment, on } }: { point: TrendPoint }) {
  if (!assessment) return <>{t('trend.now')}</>;
  return (
    <span className={styles.when}>
      <DateText on={on} />
      <Link to={`/assessments/${assessment.id}`}>{assessment.title}</Link>
    </span>
  );
}

function Figure({ level }: { level: Level | undefined }) {
  if (!level) return <span className={styles.soft}>–</span>;
  return (
    <span className={styles.figure}>
      {level.residual}
      <span className={styles.soft}>{t('trend.cellBefore', { inherent: String(level.inherent) })}</span>
    </span>
  );
}

/**
 * Of all points, the highest first; scales that share a word and a rank share a column. Of several scales only the
 * levels at which a risk ever stood: the columns of all would not fit beside each other.
 */
function levelsOf(points: readonly TrendPoint[]): Level[] {
  const all = points.flatMap(({ levels }) => levels);
  const shown = scalesOf(points).length > 1 ? all.filter((l) => l.inherent + l.residual > 0) : all;
  return [...new Map(shown.map((level) => [keyOf(level), level])).values()].sort((a, b) => b.rank - a.rank);
}

/** Where one word is a level of different rank in two scales: of which scale this one is. */
function scaleOf(level: Level, points: readonly TrendPoint[]): string | undefined {
  const scales = scalesOf(points);
  const others = scales.flatMap(({ levels }) => levels).filter(({ label }) => label === level.label);
  if (others.every(({ rank }) => rank === level.rank)) return undefined;
  const own = scales.filter(({ levels }) => levels.some((one) => keyOf(one) === keyOf(level)));
  return own.map(({ name }) => name).join('; ');
}

function scalesOf(points: readonly TrendPoint[]) {
  const byName = new Map(
    points
      .flatMap(({ scales }) => scales)
      .map(({ title, version, levels }) => [
        `${title}|${version}`,
        { name: t('scales.scaleNamed', { title, version }), levels },
      ]),
  );
  return [...byName.values()];
}

function keyOf({ rank, label }: Pick<Level, 'rank' | 'label'>): string {
  return `${rank}|${label}`;
}
