import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import type { RiskTrendView } from '../trend.schemas.js';
import { RiskTrend } from './risk-trend.js';

type Point = RiskTrendView['points'][number];

/** One level at one point in time. */
interface Row {
  point: Point;
  level: Point['levels'][number] | null;
}

/** How the register went from signature to signature as a file: a row for each level of each time. */
@Injectable()
export class ExportTrend {
  constructor(
    private readonly db: TenantDb,
    private readonly trend: RiskTrend,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat): Promise<TableFile> {
    const { points } = await this.trend.execute();
    const rows = points.flatMap(rowsOf);
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'risk.trend-exported',
        target: { type: 'risk', id: null },
        detail: { rows: rows.length, ...takenOut(format) },
      });
    });
    return tableFile(format, { name: 'risk-trend', columns: COLUMNS, batches: inPieces(rows) });
  }
}

/** The highest first; a time at which nothing was rated has its row, too. */
function rowsOf(point: Point): Row[] {
  if (point.levels.length === 0) return [{ point, level: null }];
  return [...point.levels].reverse().map((level) => ({ point, level }));
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'on', heading: 'Day', value: ({ point }) => point.on },
  {
    key: 'assessment',
    heading: 'As signed in',
    value: ({ point }) => point.assessment?.title ?? null,
  },
  {
    key: 'scales',
    heading: 'Rated by',
    value: ({ point }) => point.scales.map(({ title, version }) => `${title} ${version}`),
  },
  { key: 'level', heading: 'Level', value: ({ level }) => level?.label ?? null },
  { key: 'rank', heading: 'Rank, 0 to 100', value: ({ level }) => level?.rank ?? null },
  { key: 'residual', heading: 'Risks with safeguards', value: ({ level }) => level?.residual ?? null },
  { key: 'inherent', heading: 'Risks before safeguards', value: ({ level }) => level?.inherent ?? null },
  { key: 'openRisks', heading: 'All open risks then', value: ({ point }) => point.openRisks },
  { key: 'unrated', heading: 'Not rated then', value: ({ point }) => point.unrated },
  {
    key: 'openBudget',
    heading: 'Open budget then',
    value: ({ point }) => (point.openCents === null ? null : point.openCents / 100),
  },
];
