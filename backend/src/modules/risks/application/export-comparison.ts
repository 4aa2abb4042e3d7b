import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import type { CodeWords, TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { comparisonRows, type ComparisonRow } from './comparison-rows.js';
import { ShowChanges } from './show-changes.js';

/** A page shows the first of each list; a file has them all. */
const ALL = Number.MAX_SAFE_INTEGER;

/** What is new, changed and gone since the analysis before, as a file: every row. */
@Injectable()
export class ExportComparison {
  constructor(
    private readonly db: TenantDb,
    private readonly changes: ShowChanges,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(assessmentId: string, format: TableFormat): Promise<TableFile> {
    const rows = comparisonRows(await this.changes.execute(assessmentId, ALL));
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'assessment.changes-exported',
        target: { type: 'assessment', id: assessmentId },
        detail: { rows: rows.length, ...takenOut(format) },
      });
    });
    return tableFile(format, {
      name: 'changes-since-last-analysis',
      columns: COLUMNS,
      batches: inPieces(rows),
    });
  }
}

/** Of what differs, only these decisions are codes by themselves. */
const decisionWords = ({ area }: ComparisonRow): CodeWords =>
  area === 'specification' ? codeWords.addressable : {};

const COLUMNS: readonly TableColumn<ComparisonRow>[] = [
  { key: 'area', heading: 'Area', value: ({ area }) => area },
  { key: 'change', heading: 'Change', value: ({ change }) => change },
  { key: 'what', heading: 'What', value: ({ what }) => what },
  { key: 'fields', heading: 'Fields that changed', value: ({ fields }) => fields ?? null },
  { key: 'before', heading: 'Last time', value: ({ before }) => before ?? null, words: decisionWords },
  { key: 'now', heading: 'Now', value: ({ now }) => now ?? null, words: decisionWords },
  { key: 'because', heading: 'Because of', value: ({ because }) => because ?? null },
];
