import { Injectable } from '@nestjs/common';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { FindingExportQuery } from '../finding.schemas.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { listFindings, type FindingItem } from '../persistence/finding-list.query.js';

/** The findings of an assessment as a file, under the filters of the view. */
@Injectable()
export class ExportFindings {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(assessmentId: string, format: TableFormat, query: FindingExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      await assessmentPins(tx, assessmentId);
      const { total, totalIsCapped } = await listFindings(tx, assessmentId, { ...query, limit: 1 });
      tx.audit.record({
        action: 'finding.exported',
        target: { type: 'finding', id: null },
        parent: { type: 'assessment', id: assessmentId },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) =>
      this.db.read((tx) => listFindings(tx, assessmentId, { ...query, limit: ROWS_A_PAGE, cursor })),
    );
    return tableFile(format, { name: 'findings', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<FindingItem>[] = [
  { key: 'title', heading: 'Finding', value: ({ title }) => title },
  { key: 'detail', heading: 'Detail', value: ({ detail }) => detail },
  { key: 'standing', heading: 'Standing', value: ({ standing }) => standing, words: codeWords.standing },
  { key: 'citations', heading: 'Citations', value: ({ citations }) => citations },
  { key: 'source', heading: 'From', value: ({ source }) => source, words: codeWords.findingSource },
  { key: 'question', heading: 'Question', value: ({ questionId }) => questionId },
  { key: 'dataFlow', heading: 'Data flow', value: ({ dataFlow }) => dataFlow?.name ?? null },
  { key: 'asset', heading: 'Asset', value: ({ asset }) => asset?.name ?? null },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.findingStatus },
  { key: 'statusReason', heading: 'Reason', value: ({ statusReason }) => statusReason },
  { key: 'risk', heading: 'Risk', value: ({ risk }) => risk && `R-${risk.number} ${risk.title}` },
  { key: 'actions', heading: 'Actions', value: ({ actions }) => actions },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
  { key: 'createdAt', heading: 'Added at', value: ({ createdAt }) => createdAt },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt },
];
