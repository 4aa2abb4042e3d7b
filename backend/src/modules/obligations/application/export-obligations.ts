import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { ObligationExportQuery } from '../obligation.schemas.js';
import { ListObligations } from './list-obligations.js';
import type { summaryOf } from './obligation-view.js';

/** What is due as a file, under the filters of the list. */
@Injectable()
export class ExportObligations {
  constructor(
    private readonly db: TenantDb,
    private readonly obligations: ListObligations,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: ObligationExportQuery): Promise<TableFile> {
    const { total, totalIsCapped } = await this.obligations.page({ ...query, limit: 1 });
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'obligation.exported',
        target: { type: 'obligation', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.obligations.page({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'obligations', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<ReturnType<typeof summaryOf>>[] = [
  { key: 'dueOn', heading: 'Due on', value: ({ dueOn }) => dueOn },
  { key: 'title', heading: 'What is due', value: ({ title }) => title },
  { key: 'kind', heading: 'Kind', value: ({ kindLabel }) => kindLabel },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.obligationStatus },
  { key: 'isOverdue', heading: 'Overdue', value: ({ isOverdue }) => isOverdue },
  { key: 'owner', heading: 'Owner', value: ({ owner }) => owner?.name ?? null },
  { key: 'citation', heading: 'Citation', value: ({ citation }) => citation },
  { key: 'metOn', heading: 'Met on', value: ({ metOn }) => metOn },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
