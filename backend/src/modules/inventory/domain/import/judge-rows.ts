import type {
  CellMark,
  CellProblem,
  ImportMapping,
  ImportSubject,
  JudgedRow,
  RawRow,
} from './import-subject.js';
import { reasons, remarks } from './reasons.js';

const MOST_SHOWN = 200;
/** What people write into a cell to say that nothing is to be said. */
const NOTHING = new Set(['', '-', '–', '—']);

/** Judges each row for itself, and keys against each other. Nothing is changed; nothing is left out unsaid. */
export function judgeRows<Facts extends object, World>(
  subject: ImportSubject<Facts, World>,
  rows: readonly RawRow[],
  mapping: ImportMapping,
  headings: number,
  world: World,
): JudgedRow<Facts>[] {
  const firstRowOfKey = new Map<string, number>();
  return rows.map((raw) => {
    const { facts, problems, texts, found } = readRow(subject, raw, mapping, headings, world);
    const written = facts[subject.key] as string | undefined;
    const key = written?.toLowerCase();
    const record = key === undefined ? null : subject.recordOf(key, world);
    if (key !== undefined) {
      const first = firstRowOfKey.get(key);
      const heading = subject.columns[subject.key]!.heading.toLowerCase();
      if (first === undefined) firstRowOfKey.set(key, raw.row);
      else problems.push(problemOf(mapping, subject.key, written!, reasons.repeatedKey(heading, first)));
    }
    // The key found the record; how the list writes it is no change.
    if (record) facts[subject.key] = record.facts[subject.key];
    else found.push(...addWhatIsNeeded(subject, facts, problems, mapping, world));
    const settled = subject.settle(facts, record, world);
    for (const { field, value, reason } of settled.problems)
      problems.push(problemOf(mapping, field, value, reason));
    const changes = record ? changedFields(record.facts, facts) : [];
    const outcome =
      problems.length > 0 ? 'bad' : record ? (changes.length > 0 ? 'change' : 'unchanged') : 'create';
    return {
      row: raw.row,
      outcome,
      facts,
      record,
      changes: outcome === 'change' ? changes : [],
      problems,
      remarks: [...found, ...settled.remarks, ...subject.remarks({ facts, outcome }, texts, world)],
    };
  });
}

function readRow<Facts extends object, World>(
  subject: ImportSubject<Facts, World>,
  raw: RawRow,
  mapping: ImportMapping,
  headings: number,
  world: World,
) {
  const facts: Partial<Facts> = {};
  const texts: Partial<Record<string, string>> = {};
  const problems: CellProblem[] = [];
  const seen: Partial<Record<CellMark, string[]>> = {};
  raw.cells.forEach((cell, column) => {
    const value = cell.trim();
    const mark = raw.marks?.[column];
    if (NOTHING.has(value) && mark !== 'formula-without-result') return;
    const shown = value.slice(0, MOST_SHOWN);
    if (column >= headings) {
      problems.push({ column, field: null, value: shown, reason: reasons.beyondHeadings(headings) });
      return;
    }
    const field = mapping.columns[column] ?? null;
    if (field === null) return;
    texts[field] = value;
    if (mark) (seen[mark] ??= []).push(subject.columns[field]!.heading);
    const spoilt = mark && spoiltBy(mark, value);
    const read = spoilt ? { reason: spoilt } : subject.readCell(field, value, world);
    if ('reason' in read) problems.push({ column, field, value: shown, reason: read.reason });
    else Object.assign(facts, read.facts);
  });
  return { facts, texts, problems, found: markRemarks(seen, raw.hidden ?? false) };
}

/** A cell that shows no value of its own to take. */
function spoiltBy(mark: CellMark, value: string): string | null {
  if (mark === 'error') return reasons.showsError(value.slice(0, 20));
  return mark === 'formula-without-result' ? reasons.formulaWithoutResult() : null;
}

function markRemarks(seen: Partial<Record<CellMark, string[]>>, hidden: boolean): string[] {
  return [
    ...(seen.formula ? [remarks.formula(seen.formula)] : []),
    ...(seen.merged ? [remarks.merged(seen.merged)] : []),
    ...(hidden ? [remarks.hiddenRow()] : []),
  ];
}

/** Answers with a remark on each value that was filled in from the rest of the row. */
function addWhatIsNeeded<Facts extends object, World>(
  { required, fixed, columns, inferred }: ImportSubject<Facts, World>,
  facts: Partial<Facts>,
  problems: CellProblem[],
  mapping: ImportMapping,
  world: World,
): string[] {
  const filled: string[] = [];
  const plain = new Map(Object.entries(inferred?.(facts, world) ?? {}));
  for (const field of required) {
    if (field in facts || problems.some((known) => known.field === field)) continue;
    const words = fixed[field];
    const value = words?.read(mapping.fixed[field] ?? '');
    if (value !== undefined) Object.assign(facts, { [field]: value });
    else if (plain.has(field)) {
      Object.assign(facts, { [field]: plain.get(field) });
      filled.push(remarks.filledIn(columns[field]!.heading, String(plain.get(field))));
    } else if (mapping.columns.includes(field))
      problems.push(problemOf(mapping, field, '', reasons.missing(words?.named)));
    else
      problems.push(
        problemOf(mapping, field, '', reasons.missingColumn(columns[field]!.heading, words?.named)),
      );
  }
  return filled;
}

function problemOf(mapping: ImportMapping, field: string, value: string, reason: string): CellProblem {
  const column = mapping.columns.indexOf(field);
  return { column: column === -1 ? null : column, field, value: value.slice(0, MOST_SHOWN), reason };
}

function changedFields<Facts extends object>(before: Facts, read: Partial<Facts>): (keyof Facts & string)[] {
  return (Object.keys(read) as (keyof Facts & string)[]).filter((field) => !same(before[field], read[field]));
}

function same(a: unknown, b: unknown): boolean {
  // The order of PHI types says nothing.
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value) => b.includes(value));
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [one, other] = [Object.entries(a), b as Record<string, unknown>];
    return one.every(([name, value]) => value === other[name]);
  }
  return a === b;
}
