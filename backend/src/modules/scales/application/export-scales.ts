import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { pageOfScales } from '../persistence/scale-list.js';
import type { ScaleExportQuery, ScaleItem } from '../scale.schemas.js';
import { OwnScales } from './own-scales.js';

/** The own scales as a file, a row for each version; what a version says is a file of its own. */
@Injectable()
export class ExportScales {
  constructor(
    private readonly db: TenantDb,
    private readonly scales: OwnScales,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: ScaleExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      const { total, totalIsCapped } = await pageOfScales(tx, { ...query, limit: 1 });
      tx.audit.record({
        action: 'scale.list-exported',
        target: { type: 'risk-scale', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.scales.list({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'risk-scales', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<ScaleItem>[] = [
  { key: 'title', heading: 'Scale', value: ({ title }) => title },
  { key: 'number', heading: 'Version', value: ({ number }) => number },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.scaleStatus },
  { key: 'reason', heading: 'Why', value: ({ reason }) => reason },
  { key: 'likelihood', heading: 'Steps of likelihood', value: ({ size }) => size.likelihood },
  { key: 'impact', heading: 'Steps of impact', value: ({ size }) => size.impact },
  { key: 'levels', heading: 'Levels', value: ({ size }) => size.levels },
  { key: 'adoptedBy', heading: 'Adopted by', value: ({ adoptedBy }) => adoptedBy?.name ?? null },
  { key: 'adoptedOn', heading: 'Adopted on', value: ({ adoptedOn }) => adoptedOn },
  { key: 'analyses', heading: 'Analyses that rate by it', value: ({ analyses }) => analyses },
  { key: 'updatedAt', heading: 'Changed at', value: ({ updatedAt }) => updatedAt },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
