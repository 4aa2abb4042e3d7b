import { contextIfAny } from '../../context/request-context.js';
import { BYTE_ORDER_MARK, csvLines } from '../csv/csv-lines.js';
import { workbookOf } from '../xlsx/write-workbook.js';
import { cellOf, cellText, type TableColumn, type TableFormat } from './table-column.js';

export interface TablePlan<Row> {
  /** The name of the file, without its ending. */
  name: string;
  columns: readonly TableColumn<Row>[];
  batches: AsyncIterable<readonly Row[]>;
}

export interface TableFile {
  format: TableFormat;
  fileName: string;
  content: AsyncIterable<string | Uint8Array>;
}

/**
 * A table as a file, batch by batch: what is sent is forgotten, however long it is. Nothing of it runs as a formula. Its
 * name says of which past day it is.
 */
export function tableFile<Row>(format: TableFormat, { name, columns, batches }: TablePlan<Row>): TableFile {
  const content = { csv: csvOf, json: jsonOf, xlsx: xlsxOf }[format](columns, batches);
  const asOf = contextIfAny()?.asOf;
  return { format, fileName: `${name}${asOf ? `-as-of-${asOf}` : ''}.${format}`, content };
}

async function* csvOf<Row>(
  columns: readonly TableColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([columns.map(({ heading }) => heading)]);
  for await (const rows of batches) {
    if (rows.length > 0)
      yield csvLines(rows.map((row) => columns.map((column) => cellText(cellOf(column, row)))));
  }
}

/** JSON is read by programs: values keep their kind, and nothing is added to them. */
async function* jsonOf<Row>(
  columns: readonly TableColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of batches) {
    let piece = '';
    for (const row of rows) {
      piece +=
        before + JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])));
      before = ',\n';
    }
    if (piece) yield piece;
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function xlsxOf<Row>(
  columns: readonly TableColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  return workbookOf(
    columns.map(({ heading }) => heading),
    cellsOf(columns, batches),
  );
}

async function* cellsOf<Row>(columns: readonly TableColumn<Row>[], batches: AsyncIterable<readonly Row[]>) {
  for await (const rows of batches) {
    yield rows.map((row) =>
      columns.map((column) => {
        const cell = cellOf(column, row);
        return typeof cell === 'number' ? cell : cellText(cell);
      }),
    );
  }
}
