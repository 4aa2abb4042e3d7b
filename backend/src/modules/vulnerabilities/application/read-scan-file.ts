import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { readCsv, type ListRules } from '../../inventory/index.js';
import { headingRow, likelyTool, matchScanHeadings } from '../domain/csv/scan-fields.js';
import { refuseJson } from '../domain/sarif/json-bounds.js';
import { countResults, readSarif, refuseSarif } from '../domain/sarif/read-sarif.js';
import type { LocalDay } from '../domain/sighting.js';
import type { ScanContent } from '../persistence/scan-content.js';

const MOST_MEGABYTES = 10;
const MOST_RESULTS = 20_000;

export interface ReadScanFile {
  content: ScanContent;
  rowCount: number;
  /** null: the file does not say it. */
  scannedOn: CalendarDate | null;
}

/** Reads SARIF or CSV by what the bytes are, whatever the file is called. */
export function readScanFile(bytes: Buffer, local: LocalDay): ReadScanFile {
  if (bytes.length > MOST_MEGABYTES * 1024 * 1024)
    throw unreadable(`This file is larger than ${MOST_MEGABYTES} MB. Split the scan into several files.`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw unreadable('This is a workbook or a ZIP file. Save the list as CSV, or unpack the file in it.');
  if (/^\s*</.test(bytes.subarray(0, 64).toString('latin1').replace(/^ï»¿/, '')))
    throw unreadable('This is XML or a web page. Let your scanner export SARIF or CSV.');
  return looksLikeJson(bytes) ? sarifFile(bytes, local) : csvFile(bytes);
}

function looksLikeJson(bytes: Buffer): boolean {
  const head = bytes
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return head.startsWith('{') || head.startsWith('[');
}

function sarifFile(bytes: Buffer, local: LocalDay): ReadScanFile {
  const refusal = refuseJson(bytes);
  if (refusal) throw unreadable(refusal);
  const log = parseJson(bytes);
  const problem = refuseSarif(log);
  if (problem) throw unreadable(problem);
  const count = countResults(log);
  if (count > MOST_RESULTS)
    throw unreadable(
      `This file has more than ${MOST_RESULTS.toLocaleString('en')} results. Split the scan into several files.`,
    );
  if (count === 0) throw unreadable('This file has no results: the scanner found nothing to tell of.');
  const { results, tools, scannedOn } = readSarif(log, local);
  return { content: { format: 'sarif', tools, results, hosts: {} }, rowCount: results.length, scannedOn };
}

function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('This JSON is not written in UTF-8, as SARIF has to be.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('This file begins like JSON and cannot be read as JSON. Was it cut off?');
  }
}

const CSV_RULES: ListRules = { mostRows: MOST_RESULTS, wanted: 'a SARIF or CSV file', unreadable };

function csvFile(bytes: Buffer): ReadScanFile {
  const list = readCsv(bytes, CSV_RULES);
  const rows = [{ row: 1, cells: list.headings }, ...list.rows];
  const at = headingRow(rows.map(({ cells }) => cells));
  const headings = rows[at]!.cells.map((cell) => cell.trim().slice(0, 200));
  while (headings.length > 0 && headings.at(-1) === '') headings.pop();
  const content: ScanContent = {
    format: 'csv',
    headings,
    rowsAbove: at,
    reading: { columns: matchScanHeadings(headings), tool: likelyTool(headings) },
    rows: rows.slice(at + 1).map(({ row, cells }) => ({ row, cells })),
    hosts: {},
  };
  if (content.rows.length === 0) throw unreadable('This list has headings and no rows below them.');
  return { content, rowCount: content.rows.length, scannedOn: null };
}

export function unreadable(message: string): DomainError {
  return new DomainError('scan.unreadable', 'invalid', message, { fieldErrors: { file: [message] } });
}
