import type { AssetFacts } from '../asset.js';
import { HOSTING_WORDS, KIND_WORDS, YES_NO_WORDS } from './choices.js';
import {
  FIXED_FIELDS,
  IMPORT_FIELDS,
  type ColumnFields,
  type FixedField,
  type ImportField,
} from './import-fields.js';
import type { ImportWorld, KnownAsset } from './import-world.js';
import { readCell } from './read-cell.js';
import { reasons, remarks } from './reasons.js';

/** A row as it stands in the file; `row` counts as a spreadsheet does, the headings being row 1. */
export interface RawRow {
  row: number;
  cells: string[];
  /** What is to be known of cells of a workbook, by the index of the column. */
  marks?: Readonly<Record<number, CellMark>>;
  hidden?: boolean;
}

export type CellMark = 'formula' | 'formula-without-result' | 'error' | 'merged';

export interface ImportMapping {
  columns: ColumnFields;
  /** One value for all rows, where the list has no such column or leaves it empty. Only for assets that are new. */
  fixed: Partial<Record<FixedField, string>>;
}

export interface CellProblem {
  /** Index of the column; null when the list lacks it. */
  column: number | null;
  field: ImportField | null;
  value: string;
  reason: string;
}

export type RowOutcome = 'create' | 'change' | 'unchanged' | 'bad';

export interface JudgedRow {
  row: number;
  outcome: RowOutcome;
  /** What is read of it, by field; empty cells say nothing. */
  facts: Partial<AssetFacts>;
  /** The asset that has this tag. */
  asset: KnownAsset | null;
  problems: CellProblem[];
  remarks: string[];
}

const FIXED_WORDS = { kind: KIND_WORDS, hosting: HOSTING_WORDS, holdsEphi: YES_NO_WORDS } as const;
const REQUIRED_OF_NEW: readonly ImportField[] = ['name', ...FIXED_FIELDS];
const MOST_SHOWN = 200;
/** What people write into a cell to say that nothing is to be said. */
const NOTHING = new Set(['', '-', '–', '—']);

/** Judges each row for itself, and tags against each other. Nothing is changed; nothing is left out unsaid. */
export function judgeRows(
  rows: readonly RawRow[],
  mapping: ImportMapping,
  headings: number,
  world: ImportWorld,
): JudgedRow[] {
  const firstRowOfTag = new Map<string, number>();
  return rows.map((raw) => {
    const { facts, problems, texts, found } = readRow(raw, mapping, headings, world);
    const tag = facts.tag?.toLowerCase();
    const asset = (tag !== undefined && world.assets.get(tag)) || null;
    if (tag !== undefined) {
      const first = firstRowOfTag.get(tag);
      if (first !== undefined)
        problems.push(problem(mapping, 'tag', facts.tag ?? '', reasons.repeatedTag(first)));
      else firstRowOfTag.set(tag, raw.row);
    }
    // The tag found the asset; how the list writes it is no change.
    if (asset) facts.tag = asset.facts.tag;
    else addWhatIsNeeded(facts, problems, mapping);
    const disposal = settleDisposal(facts, asset);
    const outcome =
      problems.length > 0 ? 'bad' : asset ? (differs(asset.facts, facts) ? 'change' : 'unchanged') : 'create';
    return {
      row: raw.row,
      outcome,
      facts,
      asset,
      problems,
      remarks: [...found, ...disposal, ...remarksOf(facts, texts, outcome, world)],
    };
  });
}

function readRow(raw: RawRow, mapping: ImportMapping, headings: number, world: ImportWorld) {
  const facts: Partial<AssetFacts> = {};
  const texts: Partial<Record<ImportField, string>> = {};
  const problems: CellProblem[] = [];
  const seen: Partial<Record<CellMark, ImportField[]>> = {};
  raw.cells.forEach((cell, column) => {
    const value = cell.trim();
    const mark = raw.marks?.[column];
    if (NOTHING.has(value) && mark !== 'formula-without-result') return;
    if (column >= headings) {
      problems.push({
        column,
        field: null,
        value: value.slice(0, MOST_SHOWN),
        reason: reasons.beyondHeadings(headings),
      });
      return;
    }
    const field = mapping.columns[column] ?? null;
    if (field === null) return;
    texts[field] = value;
    if (mark) (seen[mark] ??= []).push(field);
    const spoilt = mark && spoiltBy(mark, value);
    if (spoilt) {
      problems.push({ column, field, value: value.slice(0, MOST_SHOWN), reason: spoilt });
      return;
    }
    const read = readCell(field, value, world);
    if ('reason' in read)
      problems.push({ column, field, value: value.slice(0, MOST_SHOWN), reason: read.reason });
    else Object.assign(facts, read.facts);
  });
  return { facts, texts, problems, found: markRemarks(seen, raw.hidden ?? false) };
}

/** A cell that shows no value of its own to take. */
function spoiltBy(mark: CellMark, value: string): string | null {
  if (mark === 'error') return reasons.showsError(value.slice(0, 20));
  return mark === 'formula-without-result' ? reasons.formulaWithoutResult() : null;
}

function markRemarks(seen: Partial<Record<CellMark, ImportField[]>>, hidden: boolean): string[] {
  const headings = (fields: ImportField[]) => fields.map((field) => IMPORT_FIELDS[field].heading);
  return [
    ...(seen.formula ? [remarks.formula(headings(seen.formula))] : []),
    ...(seen.merged ? [remarks.merged(headings(seen.merged))] : []),
    ...(hidden ? [remarks.hiddenRow()] : []),
  ];
}

/** No list disposes of an asset, or brings one back: that takes the record of how its ePHI was removed. */
function settleDisposal(facts: Partial<AssetFacts>, asset: KnownAsset | null): string[] {
  const isDisposed = asset?.facts.lifecycle === 'disposed';
  if (facts.lifecycle === undefined || isDisposed === (facts.lifecycle === 'disposed')) return [];
  facts.lifecycle = isDisposed ? 'disposed' : 'retired';
  return [isDisposed ? remarks.staysDisposed() : remarks.disposalWithoutRecord()];
}

/** A new asset needs a name, a kind, a place and a yes or no on ePHI. */
function addWhatIsNeeded(facts: Partial<AssetFacts>, problems: CellProblem[], mapping: ImportMapping): void {
  for (const field of REQUIRED_OF_NEW) {
    if (field in facts || problems.some((known) => known.field === field)) continue;
    const words = isFixed(field) ? FIXED_WORDS[field] : undefined;
    const fixed = isFixed(field) ? FIXED_WORDS[field].read(mapping.fixed[field] ?? '') : undefined;
    if (fixed !== undefined) Object.assign(facts, { [field]: fixed });
    else if (mapping.columns.includes(field))
      problems.push(problem(mapping, field, '', reasons.missing(words?.named)));
    else
      problems.push(
        problem(mapping, field, '', reasons.missingColumn(IMPORT_FIELDS[field].heading, words?.named)),
      );
  }
}

function problem(mapping: ImportMapping, field: ImportField, value: string, reason: string): CellProblem {
  const column = mapping.columns.indexOf(field);
  return { column: column === -1 ? null : column, field, value: value.slice(0, MOST_SHOWN), reason };
}

function isFixed(field: ImportField): field is FixedField {
  return (FIXED_FIELDS as readonly string[]).includes(field);
}

/** The fields that the row would change. */
export function changedFields(before: AssetFacts, read: Partial<AssetFacts>): (keyof AssetFacts)[] {
  return (Object.keys(read) as (keyof AssetFacts)[]).filter((field) => !same(before[field], read[field]));
}

function differs(before: AssetFacts, read: Partial<AssetFacts>): boolean {
  return changedFields(before, read).length > 0;
}

function same(a: unknown, b: unknown): boolean {
  // The order of PHI types says nothing.
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value) => b.includes(value));
  return a === b;
}

function remarksOf(
  facts: Partial<AssetFacts>,
  texts: Partial<Record<ImportField, string>>,
  outcome: RowOutcome,
  world: ImportWorld,
): string[] {
  const said: string[] = [];
  const namesake =
    outcome === 'create' && facts.tag === undefined
      ? world.tagByName.get(facts.name?.toLowerCase() ?? '')
      : undefined;
  if (namesake !== undefined) said.push(remarks.sameName(namesake));
  if (facts.backup === 'untested' && texts.backup?.toLowerCase() !== 'untested')
    said.push(remarks.backupUntested());
  return said;
}

/** The asset that a row makes: what it says, and honest "unknown" for the rest. */
export function newAssetFacts(read: Partial<AssetFacts>, tag: string): AssetFacts {
  const { name, kind, hosting, holdsEphi } = read;
  if (name === undefined || kind === undefined || hosting === undefined || holdsEphi === undefined) {
    throw new Error('a row that makes an asset was not judged');
  }
  return {
    description: '',
    siteId: null,
    location: '',
    ownerId: null,
    vendorName: '',
    phiTypes: [],
    phiActivities: [],
    phiRecordCount: null,
    encryptionAtRest: 'unknown',
    encryptionInTransit: 'unknown',
    backup: 'unknown',
    internetFacing: false,
    portable: false,
    lifecycle: 'in-service',
    notes: '',
    ...read,
    name,
    kind,
    hosting,
    holdsEphi,
    tag,
  };
}
