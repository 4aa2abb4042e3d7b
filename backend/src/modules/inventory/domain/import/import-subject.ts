import type { CellValue } from './cell-readers.js';
import type { Choices } from './choices.js';

/** A row as it stands in the file; `row` counts as a spreadsheet does, the headings being row 1. */
export interface RawRow {
  row: number;
  cells: string[];
  /** What is to be known of cells of a workbook, by the index of the column. */
  marks?: Readonly<Record<number, CellMark>>;
  hidden?: boolean;
}

export type CellMark = 'formula' | 'formula-without-result' | 'error' | 'merged';

/** Which column of the file is which field; null: not taken over. */
export type ColumnFields = (string | null)[];

export interface ImportMapping {
  columns: ColumnFields;
  /**
   * One value for the whole list, as it would stand in a cell. What no column holds, every row has from here, also one
   * of a record that is known. Of a column it fills only the empty cells of new records, where the list allows it.
   */
  fixed: Readonly<Partial<Record<string, string>>>;
  /** The earlier list with the same headings whose meanings these are, until somebody says them anew. */
  takenFrom?: { fileName: string; at: string };
}

/** What a column is called in our own files, and what people call it in theirs. */
export interface ColumnName {
  heading: string;
  synonyms: readonly string[];
}

/** What a cell says of a record, or why it cannot be read. */
export type ReadCell<Facts> = { facts: Partial<Facts> } | { reason: string };

/** A value as a fact of the record. */
export function said<Facts, Field extends keyof Facts>(
  field: Field,
  read: CellValue<Facts[Field]>,
): ReadCell<Facts> {
  // TypeScript knows a computed name as any string, not as this field.
  return 'reason' in read ? read : { facts: { [field]: read.value } as unknown as Partial<Facts> };
}

/** The record that a row speaks of. */
export interface KnownRecord<Facts> {
  id: string;
  version: number;
  facts: Facts;
}

/** What shows only when the row is read as a whole. */
export interface Settled {
  problems: { field: string; value: string; reason: string }[];
  remarks: string[];
}

/** What a list is of: how its cells are read, and what a row needs to make a record. `World` is the organization as it is. */
export interface ImportSubject<Facts extends object, World> {
  columns: Readonly<Record<string, ColumnName>>;
  /** The field whose text finds the record again, in small letters. */
  key: keyof Facts & string;
  /** What a new record cannot be without. */
  required: readonly string[];
  /** Those of them whose empty cells one value may fill, with the words of each. */
  fillsEmpty: Readonly<Partial<Record<string, Choices<unknown>>>>;
  /** What a new record needs and its row does not say, where the rest of the row leaves no doubt. */
  inferred?: (read: Partial<Facts>, world: World) => Partial<Facts>;
  readCell: (field: string, text: string, world: World) => ReadCell<Facts>;
  recordOf: (key: string, world: World) => KnownRecord<Facts> | null;
  /**
   * The key of a record that is called as a row without a key is, which would add a second one; `said` tells it there.
   */
  namesake: {
    of: (read: Partial<Facts>, world: World) => string | undefined;
    said: (key: string) => string;
  };
  /** May mend what was read, such as a status that no list can give. */
  settle: (read: Partial<Facts>, record: KnownRecord<Facts> | null, world: World) => Settled;
  remarks: (row: Pick<JudgedRow<Facts>, 'facts'>, texts: RowTexts) => string[];
}

/** The cells of a row by field, as they stand in the file. */
export type RowTexts = Readonly<Partial<Record<string, string>>>;

export interface CellProblem {
  /** Index of the column; null when the list lacks it. */
  column: number | null;
  field: string | null;
  value: string;
  reason: string;
}

export type RowOutcome = 'create' | 'change' | 'unchanged' | 'bad';

export interface JudgedRow<Facts = object> {
  row: number;
  outcome: RowOutcome;
  /** What is read of it, by field; empty cells say nothing. */
  facts: Partial<Facts>;
  /** The record that has this key. */
  record: KnownRecord<Facts> | null;
  /** The fields that it has from the value for the whole list, and not from the file. */
  chosen: string[];
  /** The facts that the row would change. */
  changes: string[];
  problems: CellProblem[];
  /** It makes a record although one of its name is there: the key of that one. */
  namesake: string | null;
  remarks: string[];
}
