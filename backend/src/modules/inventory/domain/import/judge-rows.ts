import { readChosen, saysNothing, type ChosenValues } from './chosen-values.js';
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

/** Judges each row for itself, and keys against each other. Nothing is changed; nothing is left out unsaid. */
export function judgeRows<Facts extends object, World>(
  subject: ImportSubject<Facts, World>,
  rows: readonly RawRow[],
  mapping: ImportMapping,
  headings: number,
  world: World,
): JudgedRow<Facts>[] {
  const values = readChosen(subject, mapping, world);
  const list = rows.map((raw) => ({ raw, read: readRow(subject, raw, mapping, headings, world) }));
  const rowsOfKey = rowsByKey(
    subject,
    list.map(({ raw, read }) => ({ row: raw.row, facts: read.facts })),
  );
  return list.map(({ raw, read }) => {
    const { facts, problems, texts, found } = read;
    const chosen = addChosen(values, mapping, read);
    const written = facts[subject.key] as string | undefined;
    const key = written?.toLowerCase();
    const record = key === undefined ? null : subject.recordOf(key, world);
    const alike = key === undefined ? [] : rowsOfKey.get(key)!;
    if (alike.length > 1) {
      const heading = subject.columns[subject.key]!.heading.toLowerCase();
      problems.push(problemOf(mapping, subject.key, written!, reasons.repeatedKey(heading, raw.row, alike)));
    }
    // The key found the record; how the list writes it is no change.
    if (record) facts[subject.key] = record.facts[subject.key];
    else addWhatIsNeeded(subject, values, mapping, world, read, chosen);
    const settled = subject.settle(facts, record, world);
    for (const { field, value, reason } of settled.problems)
      problems.push(problemOf(mapping, field, value, reason));
    const changes = record ? changedFields(record.facts, facts) : [];
    const outcome =
      problems.length > 0 ? 'bad' : record ? (changes.length > 0 ? 'change' : 'unchanged') : 'create';
    const isKeyless = outcome === 'create' && facts[subject.key] === undefined;
    const namesake = (isKeyless ? subject.namesake.of(facts, world) : undefined) ?? null;
    return {
      row: raw.row,
      outcome,
      facts,
      record,
      chosen,
      changes: outcome === 'change' ? changes : [],
      problems,
      namesake,
      remarks: [
        ...found,
        ...(outcome === 'change' ? chosenRemarks(subject, values, chosen, changes) : []),
        ...settled.remarks,
        ...(namesake === null ? [] : [subject.namesake.said(namesake)]),
        ...subject.remarks({ facts }, texts),
      ],
    };
  });
}

/** Which of two rows with one key is wrong, nobody can tell from the list: each is held against the others. */
function rowsByKey<Facts extends object>(
  { key }: Pick<ImportSubject<Facts, never>, 'key'>,
  list: readonly { row: number; facts: Partial<Facts> }[],
): ReadonlyMap<string, readonly number[]> {
  const rowsOfKey = new Map<string, number[]>();
  for (const { row, facts } of list) {
    const written = (facts[key] as string | undefined)?.toLowerCase();
    if (written === undefined) continue;
    const rows = rowsOfKey.get(written);
    if (rows) rows.push(row);
    else rowsOfKey.set(written, [row]);
  }
  return rowsOfKey;
}

/** What the file says in a row. */
interface ReadRow<Facts> {
  facts: Partial<Facts>;
  texts: Partial<Record<string, string>>;
  problems: CellProblem[];
  found: string[];
}

function readRow<Facts extends object, World>(
  subject: ImportSubject<Facts, World>,
  raw: RawRow,
  mapping: ImportMapping,
  headings: number,
  world: World,
): ReadRow<Facts> {
  const facts: Partial<Facts> = {};
  const texts: Partial<Record<string, string>> = {};
  const problems: CellProblem[] = [];
  const seen: Partial<Record<CellMark, string[]>> = {};
  raw.cells.forEach((cell, column) => {
    const value = cell.trim();
    const mark = raw.marks?.[column];
    if (saysNothing(value) && mark !== 'formula-without-result') return;
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

/** What no column holds, each row has from the value for the whole list. Answers with those fields. */
function addChosen<Facts extends object>(
  values: ChosenValues<Facts>,
  mapping: ImportMapping,
  { facts, texts, problems }: ReadRow<Facts>,
): string[] {
  const chosen: string[] = [];
  for (const [field, { text, read }] of values) {
    if (mapping.columns.includes(field)) continue;
    if ('reason' in read) problems.push(problemOf(mapping, field, text, read.reason));
    else {
      texts[field] = text;
      Object.assign(facts, read.facts);
      chosen.push(field);
    }
  }
  return chosen;
}

/** What a new record lacks: from the value for the whole list, or else from the rest of the row, with a remark. */
function addWhatIsNeeded<Facts extends object, World>(
  { required, fillsEmpty, columns, inferred }: ImportSubject<Facts, World>,
  values: ChosenValues<Facts>,
  mapping: ImportMapping,
  world: World,
  { facts, problems, found }: ReadRow<Facts>,
  chosen: string[],
): void {
  const plain = new Map(Object.entries(inferred?.(facts, world) ?? {}));
  for (const field of required) {
    if (field in facts || problems.some((known) => known.field === field)) continue;
    const words = fillsEmpty[field]?.named;
    const value = words && values.get(field)?.read;
    if (value && 'facts' in value) {
      Object.assign(facts, value.facts);
      chosen.push(field);
    } else if (plain.has(field)) {
      Object.assign(facts, { [field]: plain.get(field) });
      found.push(remarks.filledIn(columns[field]!.heading, String(plain.get(field))));
    } else if (mapping.columns.includes(field))
      problems.push(problemOf(mapping, field, '', reasons.missing(words)));
    else problems.push(problemOf(mapping, field, '', reasons.missingColumn(columns[field]!.heading, words)));
  }
}

/** A record that is known changes by what the file does not say: that is said at the row. */
function chosenRemarks<Facts extends object, World>(
  { columns }: ImportSubject<Facts, World>,
  values: ChosenValues<Facts>,
  chosen: readonly string[],
  changes: readonly string[],
): string[] {
  const headings = chosen
    .filter((field) => {
      const read = values.get(field)?.read ?? { facts: {} };
      return 'facts' in read && Object.keys(read.facts).some((fact) => changes.includes(fact));
    })
    .map((field) => columns[field]!.heading);
  return headings.length > 0 ? [remarks.chosen(headings)] : [];
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
