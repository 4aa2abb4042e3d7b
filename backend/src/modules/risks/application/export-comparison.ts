import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import {
  wordOf,
  type CodeWords,
  type TableColumn,
  type TableFormat,
} from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords, valueWords } from '../../../platform/messages/en-codes.js';
import { comparisonRows, fieldsAs, type ComparisonRow } from './comparison-rows.js';
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

/** What stands for each area in the log and on the screens. */
const AREAS: Record<ComparisonRow['area'], string> = {
  answer: codeWords.recordType.answer,
  risk: codeWords.recordType.risk,
  specification: codeWords.recordType['addressable-decision'],
  asset: codeWords.recordType.asset,
  'data-flow': codeWords.recordType['data-flow'],
};

const IN_WORDS = {
  field: (name: string) => wordOf(codeWords.comparedField, name),
  value: (field: string, code: string) => wordOf(valueWords[field] ?? {}, code),
};

/** Decisions are codes by themselves, and what differs of an asset or a flow has codes in it; all else is words already. */
const readAs =
  (side: 'from' | 'to') =>
  ({ area, details, before, now }: ComparisonRow): CodeWords => {
    if (area === 'specification') return codeWords.addressable;
    const coded = side === 'from' ? before : now;
    return details && coded ? { [coded]: fieldsAs(details, side, IN_WORDS) } : {};
  };

const COLUMNS: readonly TableColumn<ComparisonRow>[] = [
  { key: 'area', heading: 'Area', value: ({ area }) => area, words: AREAS },
  { key: 'change', heading: 'Change', value: ({ change }) => change, words: codeWords.comparedRow },
  { key: 'what', heading: 'What', value: ({ what }) => what },
  {
    key: 'fields',
    heading: 'Fields that changed',
    value: ({ fields }) => fields ?? null,
    words: codeWords.comparedField,
  },
  { key: 'before', heading: 'Last time', value: ({ before }) => before ?? null, words: readAs('from') },
  { key: 'now', heading: 'Now', value: ({ now }) => now ?? null, words: readAs('to') },
  { key: 'because', heading: 'Because of', value: ({ because }) => because ?? null },
];
