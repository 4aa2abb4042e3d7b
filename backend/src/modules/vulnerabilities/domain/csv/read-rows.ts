import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import { readDayIn } from '../../../../platform/kernel/read-day.js';
import { cvesIn, oneLine, someLines } from '../scan-text.js';
import { severityOf, severityOfWord, SEVERITY_WORDS_NAMED } from '../severity.js';
import {
  SIGHTING_LIMITS as LIMITS,
  type LocalDay,
  type ReadProblem,
  type ReadResult,
  type Sighting,
} from '../sighting.js';
import { SCAN_FIELDS, type ScanColumns, type ScanField } from './scan-fields.js';

export interface ScanRow {
  row: number;
  cells: string[];
}

export interface ScanReading {
  columns: ScanColumns;
  /** The scanner, for a list that has no column for it. */
  tool: string;
}

/** What a list has to say, and neither a column nor the person says. */
export const SCAN_NEEDS = ['host', 'check', 'severity', 'tool'] as const;
export type ScanNeed = (typeof SCAN_NEEDS)[number];

export function missingNeeds({ columns, tool }: ScanReading): ScanNeed[] {
  const has = (...fields: ScanField[]) => fields.some((field) => columns.includes(field));
  const missing: ScanNeed[] = [];
  if (!has('host', 'address', 'dns')) missing.push('host');
  if (!has('ruleId', 'title')) missing.push('check');
  if (!has('severity', 'cvss')) missing.push('severity');
  if (!has('tool') && tool === '') missing.push('tool');
  return missing;
}

/** What scanners write into a cell that has nothing to say. */
const NOTHING = new Set(['', '-', '--', 'n/a', "'-"]);
const OVER = new Set(['fixed', 'closed', 'resolved', 'remediated']);

/** Reads each row for itself; every cell that cannot be read is named. */
export function readScanRows(
  rows: readonly ScanRow[],
  headings: readonly string[],
  reading: ScanReading,
  local: LocalDay,
): ReadResult[] {
  return rows.map((row) => new RowReader(row, headings, reading, local).read());
}

class RowReader {
  private readonly problems: ReadProblem[] = [];
  private readonly remarks: string[] = [];

  constructor(
    private readonly row: ScanRow,
    private readonly headings: readonly string[],
    private readonly reading: ScanReading,
    private readonly local: LocalDay,
  ) {}

  read(): ReadResult {
    this.refuseBeyondHeadings();
    const [host = '', ...aliases] = [this.text('host'), this.text('dns'), this.text('address')].filter(
      (name) => name !== '',
    );
    if (host === '') this.problem('host', 'No cell of this row names a host or an address.');
    const state = this.text('state').toLowerCase();
    const sighting = this.sighting();
    const isOver = OVER.has(state);
    return {
      row: this.row.row,
      label: sighting.title,
      tool: sighting.tool,
      host: oneLine(host, LIMITS.host),
      aliases: aliases.map((name) => oneLine(name, LIMITS.host)),
      sighting: this.problems.length > 0 || isOver ? null : sighting,
      problems: this.problems,
      remarks: this.remarks,
      leftOut: isOver ? 'The scanner says that this is fixed.' : null,
    };
  }

  private sighting(): Sighting {
    const [ruleCell, titleCell] = [this.text('ruleId'), this.text('title')];
    if (ruleCell === '' && titleCell === '')
      this.problem('title', 'This row names neither a check nor a title.');
    const { severity, cvss } = this.rating();
    const days = this.days();
    return {
      tool: this.cut('tool', this.text('tool') || this.reading.tool),
      ruleId: this.cut('ruleId', ruleCell || titleCell),
      title: this.cut('title', titleCell || ruleCell),
      description: this.lines('description'),
      output: this.lines('output'),
      solution: this.lines('solution'),
      cves: this.cves(),
      severity,
      cvss,
      location: this.location(),
      fingerprint: '',
      ...days,
      suppressed: null,
    };
  }

  private rating() {
    const [scoreCell, wordCell] = [this.text('cvss'), this.text('severity')];
    // Qualys writes the vector behind the score: 7.5 (AV:N/AC:L/…)
    const digits = /^(\d{1,2}(?:[.,]\d+)?)(?:\s*\(.*\))?$/s.exec(scoreCell)?.[1];
    const score = digits === undefined ? null : Math.round(Number(digits.replace(',', '.')) * 10) / 10;
    const isScore = score !== null && score <= 10;
    if (scoreCell !== '' && !isScore)
      this.problem('cvss', 'Write a score from 0 to 10, such as 7.5.', scoreCell);
    const word = severityOfWord(wordCell) ?? null;
    if (wordCell !== '' && word === null)
      this.problem(
        'severity',
        `This is not one of the known words: ${SEVERITY_WORDS_NAMED.join(', ')}.`,
        wordCell,
      );
    if (scoreCell === '' && wordCell === '' && this.problems.length === 0)
      this.remarks.push('Neither a score nor a severity is given: taken as info.');
    return { severity: severityOf(isScore ? score : null, word), cvss: isScore ? score : null };
  }

  private days(): Pick<Sighting, 'firstSeenOn' | 'lastSeenOn'> {
    const [firstSeenOn, lastSeenOn] = [this.day('firstSeen'), this.day('lastSeen')];
    if (firstSeenOn && lastSeenOn && firstSeenOn > lastSeenOn)
      this.problem('firstSeen', 'It was first seen after it was last seen.', this.text('firstSeen'));
    return { firstSeenOn, lastSeenOn };
  }

  private day(field: 'firstSeen' | 'lastSeen'): CalendarDate | null {
    const cell = this.text(field);
    if (cell === '') return null;
    const day = readDayIn(this.local.timeZone, cell);
    if (day === null) this.problem(field, 'Write the day as 2026-11-22 or 11/22/2026.', cell);
    else if (day > this.local.today) this.problem(field, 'This day has not come yet.', cell);
    return day;
  }

  private cves(): string[] {
    const cell = this.text('cve');
    const cves = cvesIn(cell, LIMITS.cves);
    if (cell !== '' && !['no cve', 'nocve', 'none'].includes(cell.toLowerCase()) && cves.length === 0)
      this.problem('cve', 'Write numbers such as CVE-2026-1234.', cell);
    return cves;
  }

  private location(): string {
    const [port, protocol, place] = [
      this.text('port'),
      this.text('protocol').toLowerCase(),
      this.text('location'),
    ];
    const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
    if (port !== '' && !isPort) this.problem('port', 'Write a port from 0 to 65535.', port);
    // Port 0 says: the host as a whole.
    const service =
      port !== '' && port !== '0' ? [port, protocol].filter((part) => part !== '').join('/') : '';
    return oneLine([service, place].filter((part) => part !== '').join(' '), LIMITS.location);
  }

  private text(field: ScanField): string {
    const column = this.reading.columns.indexOf(field);
    const cell = column === -1 ? '' : (this.row.cells[column] ?? '').trim();
    return NOTHING.has(cell.toLowerCase()) ? '' : cell;
  }

  private lines(field: 'description' | 'output' | 'solution'): string {
    const cell = this.text(field);
    const kept = someLines(cell, LIMITS[field]);
    if (cell.length > LIMITS[field]) this.shortened(field);
    return kept;
  }

  private cut(field: 'tool' | 'ruleId' | 'title', cell: string): string {
    if (cell.length > LIMITS[field]) this.shortened(field);
    return oneLine(cell, LIMITS[field]);
  }

  private shortened(field: 'tool' | 'ruleId' | 'title' | 'description' | 'output' | 'solution'): void {
    this.remarks.push(`${SCAN_FIELDS[field].heading}: only the first ${LIMITS[field]} characters are kept.`);
  }

  private refuseBeyondHeadings(): void {
    this.row.cells.forEach((cell, column) => {
      if (column < this.headings.length || cell.trim() === '') return;
      const reason = `This cell stands right of the last of the ${this.headings.length} headings. Look for a stray delimiter in this row.`;
      this.problems.push({ column, place: `Column ${column + 1}`, value: cell.slice(0, 200), reason });
    });
  }

  private problem(field: ScanField, reason: string, value = ''): void {
    const column = this.reading.columns.indexOf(field);
    this.problems.push({
      column: column === -1 ? null : column,
      place: (column === -1 ? '' : this.headings[column]) || SCAN_FIELDS[field].heading,
      value: value.slice(0, 200),
      reason,
    });
  }
}
