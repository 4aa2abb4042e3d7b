import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces, newestFirst } from '../../../platform/documents/table/rows-of-pages.js';
import type { CodeWords, TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { JudgedRow } from '../domain/import/import-subject.js';
import { ROW_HEADINGS } from '../domain/import/match-headings.js';
import type { ImportRowExportQuery, ImportSummary } from '../import.schemas.js';
import {
  countImports,
  readImport,
  recentImports,
  type ImportContent,
} from '../persistence/import-batch.repository.js';
import type { ImportKind } from './import-kind.js';
import { headingOf, importSummary } from './import-view.js';

interface Row {
  judged: JudgedRow;
  /** In full, as they stand in the file. */
  cells: readonly string[];
}

/** The lists that were brought, and the rows of one of them, as files. */
@Injectable()
export class ExportImports {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async list(kind: ImportKind, format: TableFormat): Promise<TableFile> {
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: `${kind.target}.exported`,
        target: { type: kind.target, id: null },
        detail: { rows: await countImports(tx, kind.name), ...takenOut(format) },
      });
    });
    const batches = newestFirst(
      (page) => this.db.read((tx) => recentImports(tx, kind.name, page)),
      importSummary,
    );
    return tableFile(format, { name: `imports-of-${kind.name}`, columns: LIST_COLUMNS, batches });
  }

  /** Each row as it stands in the file, with what to mend: an import reads it back. */
  async rows(
    kind: ImportKind,
    id: string,
    format: TableFormat,
    { outcome }: ImportRowExportQuery,
  ): Promise<TableFile> {
    const { content, rows } = await this.db.write(async (tx) => {
      const list = (await readImport(tx, id, kind.name)).content;
      const cellsOf = new Map(list.rows.map(({ row, cells }) => [row, cells]));
      const chosen = (await kind.judge(tx, list))
        .filter((row) => outcome === undefined || row.outcome === outcome)
        .map((judged): Row => ({ judged, cells: cellsOf.get(judged.row) ?? [] }));
      tx.audit.record({
        action: `${kind.target}.rows-exported`,
        target: { type: kind.target, id },
        detail: { rows: chosen.length, ...takenOut(format, { outcome }) },
      });
      return { content: list, rows: chosen };
    });
    const columns = rowColumns(kind, content, rows);
    return tableFile(format, { name: 'rows-of-the-list', columns, batches: inPieces(rows) });
  }
}

const LIST_COLUMNS: readonly TableColumn<ImportSummary>[] = [
  { key: 'fileName', heading: 'File', value: ({ fileName }) => fileName },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.importStatus },
  { key: 'rows', heading: 'Rows', value: ({ rowCount }) => rowCount },
  { key: 'badRows', heading: 'Rows to mend', value: ({ badRowCount }) => badRowCount },
  { key: 'created', heading: 'Added', value: ({ result }) => result?.created ?? null },
  { key: 'changed', heading: 'Changed', value: ({ result }) => result?.changed ?? null },
  { key: 'unchanged', heading: 'Already so', value: ({ result }) => result?.unchanged ?? null },
  { key: 'skipped', heading: 'Left out', value: ({ result }) => result?.skipped ?? null },
  { key: 'broughtBy', heading: 'Brought by', value: ({ createdByName }) => createdByName },
  { key: 'broughtAt', heading: 'Brought at', value: ({ createdAt }) => createdAt },
  { key: 'takenOverAt', heading: 'Taken over at', value: ({ committedAt }) => committedAt },
  { key: 'undoneAt', heading: 'Undone at', value: ({ undoneAt }) => undoneAt },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];

/** What a row changes, by the headings of our own files; of a site or an owner it is the id that changes. */
function factWords({ columns }: ImportKind): CodeWords {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, { heading }]) => [
      [field, heading],
      [`${field}Id`, heading],
    ]),
  );
}

/** The columns of the file itself, and ours behind them. */
function rowColumns(kind: ImportKind, { headings }: ImportContent, rows: readonly Row[]): TableColumn<Row>[] {
  const [row, outcome, mend, remarks, changes] = ROW_HEADINGS;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const keys = jsonKeys(headings, width);
  return [
    ...Array.from({ length: width }, (_, at): TableColumn<Row> => ({
      key: keys[at]!,
      heading: headings[at] ?? '',
      value: ({ cells }) => cells[at] ?? '',
    })),
    { key: 'row', heading: row, value: ({ judged }) => judged.row },
    {
      key: 'outcome',
      heading: outcome,
      value: ({ judged }) => judged.outcome,
      words: codeWords.importOutcome,
    },
    {
      key: 'problems',
      heading: mend,
      value: ({ judged }) =>
        judged.problems.map((problem) => `${headingOf(kind, problem, headings)}: ${problem.reason}`),
    },
    { key: 'remarks', heading: remarks, value: ({ judged }) => judged.remarks },
    { key: 'changes', heading: changes, value: ({ judged }) => judged.changes, words: factWords(kind) },
  ];
}

const OUR_KEYS = ['row', 'outcome', 'problems', 'remarks', 'changes'];

const BY_PLACE = /^(column\d+)?$/;

/** The file's own headings; `column3` where one is empty, stands there twice or is called as one of ours would be. */
function jsonKeys(headings: readonly string[], width: number): string[] {
  const taken = [...OUR_KEYS, ...headings];
  return Array.from({ length: width }, (_, at) => {
    const heading = headings[at] ?? '';
    const isOnlyOne = taken.filter((key) => key === heading).length === 1;
    return isOnlyOne && !BY_PLACE.test(heading) ? heading : `column${at + 1}`;
  });
}
