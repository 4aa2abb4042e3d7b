import { CsvError, parse } from 'csv-parse/sync';
import { refuseOtherFiles } from '../domain/import/file-signs.js';
import { originalCell } from '../../../platform/documents/csv/neutral-cell.js';
import {
  ASSET_LIST,
  listOf,
  LONGEST_ROW,
  MOST_COLUMNS,
  withoutEmptyEnd,
  type ListRules,
  type ReadList,
} from './list-limits.js';

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** Excel's own way to name the delimiter; it shows the line to nobody, so rows are counted behind it. */
const SEP_LINE = /^sep=([,;\t])\r?\n/i;

/** Reads CSV as spreadsheets write it: any of three delimiters, with or without a byte order mark, lines within quotes. */
export function readCsv(bytes: Buffer, rules: ListRules = ASSET_LIST): ReadList & { delimiter: Delimiter } {
  const refusal = refuseOtherFiles(bytes, rules.wanted);
  if (refusal) throw rules.unreadable(refusal);
  const whole = decode(bytes);
  if (whole.trim() === '') throw rules.unreadable('This file is empty.');
  const declared = SEP_LINE.exec(whole);
  const text = declared ? whole.slice(declared[0].length) : whole;
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? likelyDelimiter(text);
  const records = parseRecords(text, delimiter, rules);
  const rows = records
    .map((cells, index) => ({ row: index + 1, cells: cells.map(originalCell) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { ...listOf(rows, rules), delimiter };
}

function parseRecords(text: string, delimiter: Delimiter, rules: ListRules): string[][] {
  let filled = 0;
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      // 24" screen: a quotation mark within a cell is a character like others.
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const width = withoutEmptyEnd(cells).length;
        if (width > MOST_COLUMNS)
          throw rules.unreadable(
            `Line ${lines} has more than ${MOST_COLUMNS} columns. Is this the right file?`,
          );
        if (width > 0) filled += 1;
        if (filled > rules.mostRows + 1)
          throw rules.unreadable(
            `This list has more than ${rules.mostRows.toLocaleString('en')} rows. Split it into several lists.`,
          );
        return cells;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw rules.unreadable(sentenceFor(error));
    throw error;
  }
}

function sentenceFor(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `A row${line} is longer than ${LONGEST_ROW.toLocaleString('en')} characters. Perhaps a quotation mark is opened and never closed.`;
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quotation mark is opened and never closed. Look for a single " and close or remove it.';
  return `This file cannot be read as a list${line}. Save it again as CSV and choose it once more.`;
}

/** UTF-8; UTF-16 with its mark; else what older Excel writes on Windows. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutMark(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutMark(new TextDecoder('utf-16be').decode(bytes));
  try {
    return withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The delimiter that parts the first line most often, outside quotation marks. */
function likelyDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const character of text.slice(0, LONGEST_ROW)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if ([...counts.values()].some((count) => count > 0)) break;
    } else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return DELIMITERS.reduce((best, delimiter) =>
    counts.get(delimiter)! > counts.get(best)! ? delimiter : best,
  );
}
