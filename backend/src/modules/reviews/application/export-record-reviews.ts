import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { RecordReviewExportQuery } from '../reviews.schemas.js';
import { RecordReviews, type RecordWithReason } from './record-reviews.js';

/** The records to review as a file, under the filters of the list. */
@Injectable()
export class ExportRecordReviews {
  constructor(
    private readonly db: TenantDb,
    private readonly records: RecordReviews,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: RecordReviewExportQuery): Promise<TableFile> {
    const { total, totalIsCapped } = await this.records.list({ ...query, limit: 1 });
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'record.reviews-exported',
        target: { type: 'organization', id: tx.organizationId },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) =>
      this.records.listWithReasons({ ...query, limit: ROWS_A_PAGE, cursor }),
    );
    return tableFile(format, { name: 'records-to-review', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<RecordWithReason>[] = [
  { key: 'dueOn', heading: 'Due on', value: ({ dueOn }) => dueOn },
  { key: 'state', heading: 'State', value: ({ dueState }) => dueState, words: codeWords.reviewState },
  { key: 'type', heading: 'Kind', value: ({ type }) => type, words: codeWords.reviewedType },
  { key: 'name', heading: 'Name', value: ({ name }) => name },
  { key: 'code', heading: 'Tag, code or number', value: ({ code }) => code },
  { key: 'owner', heading: 'Owner', value: ({ owner }) => owner?.name ?? null },
  { key: 'reviewedOn', heading: 'Last reviewed on', value: ({ lastReview }) => lastReview?.on ?? null },
  { key: 'reviewedBy', heading: 'Last reviewed by', value: ({ lastReview }) => lastReview?.by?.name ?? null },
  {
    key: 'outcome',
    heading: 'What it said',
    value: ({ lastReview }) => lastReview?.outcome ?? null,
    words: codeWords.reviewOutcome,
  },
  {
    key: 'source',
    heading: 'Reviewed by way of',
    value: ({ lastReview }) => lastReview?.source ?? null,
    words: codeWords.reviewSource,
  },
  { key: 'reason', heading: 'Why', value: ({ said }) => said?.reason ?? null },
  {
    key: 'stateHash',
    heading: 'Fingerprint of the record then (SHA-256)',
    value: ({ said }) => said?.stateHash ?? null,
  },
  { key: 'changedSince', heading: 'Changed since', value: ({ changedSince }) => changedSince },
  { key: 'enteredOn', heading: 'Entered on', value: ({ enteredOn }) => enteredOn },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
