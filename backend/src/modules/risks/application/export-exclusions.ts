import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { listExclusions, type ExclusionItem } from '../persistence/exclusions.js';

/** What an analysis leaves out, and why, as a file. */
@Injectable()
export class ExportExclusions {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(assessmentId: string, format: TableFormat): Promise<TableFile> {
    const items = await this.db.write(async (tx) => {
      await assessmentPins(tx, assessmentId);
      const leftOut = await listExclusions(tx, assessmentId);
      tx.audit.record({
        action: 'assessment.exclusions-exported',
        target: { type: 'assessment', id: assessmentId },
        detail: { rows: leftOut.length, ...takenOut(format) },
      });
      return leftOut;
    });
    return tableFile(format, { name: 'left-out-of-scope', columns: COLUMNS, batches: inPieces(items) });
  }
}

const COLUMNS: readonly TableColumn<ExclusionItem>[] = [
  { key: 'tag', heading: 'Tag', value: ({ tag }) => tag },
  { key: 'name', heading: 'Asset', value: ({ name }) => name },
  { key: 'kind', heading: 'Kind', value: ({ kind }) => kind, words: codeWords.assetKind },
  { key: 'holdsEphi', heading: 'Holds ePHI', value: ({ holdsEphi }) => holdsEphi },
  { key: 'reason', heading: 'Why it is left out', value: ({ reason }) => reason },
  { key: 'leftOutAt', heading: 'Left out at', value: ({ createdAt }) => createdAt },
  { key: 'assetId', heading: 'Id', value: ({ assetId }) => assetId },
];
