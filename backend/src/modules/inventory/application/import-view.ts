import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import type { ImportMapping, JudgedRow, RowOutcome } from '../domain/import/import-subject.js';
import type { ImportField, ImportRowView, ImportSummary, ImportView } from '../import.schemas.js';
import type { ImportBatch, ImportContent, ListedImport } from '../persistence/import-batch.repository.js';
import type { ImportKind } from './import-kind.js';
import { oneValues } from './import-mapping.js';

const MOST_SHOWN = 300;
const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

export function importSummary(batch: ListedImport): ImportSummary {
  return {
    id: typedId('importBatch', batch.id),
    fileName: batch.fileName,
    status: batch.status as ImportSummary['status'],
    rowCount: batch.rowCount,
    badRowCount: batch.badRowCount,
    jobId: typedIdOrNull('job', batch.jobId),
    undoJobId: typedIdOrNull('job', batch.undoJobId),
    undoResult: batch.undoResult,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    result: batch.result,
    createdByName: batch.createdByName,
    createdAt: batch.createdAt.toISOString(),
    committedAt: batch.committedAt?.toISOString() ?? null,
    version: batch.version,
  };
}

export function importView(
  kind: ImportKind,
  batch: ImportBatch,
  content: ImportContent,
  judged: JudgedRow[],
): ImportView {
  const { mapping } = content;
  const counts: Record<RowOutcome, number> = { create: 0, change: 0, unchanged: 0, bad: 0 };
  for (const { outcome } of judged) counts[outcome] += 1;
  return {
    ...importSummary(batch),
    delimiter: content.delimiter ? DELIMITER_NAMES[content.delimiter] : null,
    workbook: content.workbook ?? null,
    counts,
    namesakeCount: judged.filter(({ namesake }) => namesake !== null).length,
    badCellCount: judged.reduce((sum, row) => sum + row.problems.length, 0),
    columns: content.headings.map((heading, index) => ({
      index,
      heading,
      field: (mapping.columns[index] ?? null) as ImportField | null,
      isOurs: kind.headings.isOurs(heading),
      samples: samplesOf(content, index),
    })),
    fixed: oneValues(kind, mapping),
    missing: missingColumns(kind, mapping, judged),
    mappingFrom: mapping.takenFrom ?? null,
    allowedActions: allowedActions(batch, content),
  };
}

/** What new records need, and no column says it nor a value for all rows; nothing where no row lacks it. */
function missingColumns(
  kind: ImportKind,
  { fixed }: ImportMapping,
  judged: readonly JudgedRow[],
): ImportView['missing'] {
  const lacking = new Set(
    judged.flatMap(({ problems }) =>
      problems.filter(({ column }) => column === null).map(({ field }) => field),
    ),
  );
  return kind.required.filter(
    (field) => lacking.has(field) && fixed[field] === undefined,
  ) as ImportView['missing'];
}

function allowedActions({ status, undoable }: ImportBatch, { workbook }: ImportContent) {
  const actions: ImportView['allowedActions'] = [];
  if (status === 'previewed') {
    if (workbook && workbook.sheets.length > 1) actions.push('choose-sheet');
    actions.push('map', 'commit', 'discard');
  }
  if ((status === 'committed' || status === 'undone') && undoable > 0) actions.push('undo');
  return actions;
}

/** The first three values that differ, so that a person sees what a column holds. */
function samplesOf(content: ImportContent, column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of content.rows) {
    const value = (cells[column] ?? '').trim();
    if (value !== '') samples.add(value.slice(0, 60));
    if (samples.size === 3) break;
  }
  return [...samples];
}

export function importRowView(
  kind: ImportKind,
  row: JudgedRow,
  cells: string[],
  headings: string[],
): ImportRowView {
  return {
    row: row.row,
    outcome: row.outcome,
    recordId: row.record ? typedId(kind.records.idKind, row.record.id) : null,
    cells: cells.map((cell) => cell.slice(0, MOST_SHOWN)),
    problems: row.problems.map((problem) => ({
      ...problem,
      field: problem.field as ImportField | null,
      heading: headingOf(kind, problem, headings),
    })),
    remarks: row.remarks,
    chosen: row.chosen as ImportField[],
    changes: row.changes,
  };
}

export function headingOf(
  kind: ImportKind,
  { column, field }: JudgedRow['problems'][number],
  headings: string[],
): string {
  const heading = column === null ? undefined : headings[column];
  if (heading) return heading;
  return field ? kind.columns[field]!.heading : `Column ${(column ?? 0) + 1}`;
}
