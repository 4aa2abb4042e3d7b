import type { AnswerStanding } from '../addressable.js';

/** A question and its answers, as far as a list of earlier answers is held against them. */
export interface ListedQuestion {
  question: { id: string; text: string; options: readonly ListedOption[] };
}

export interface ListedOption {
  id: string;
  text: string;
  standing: AnswerStanding;
}

/** A row of a file as it was read; a mark says what is to be known of a cell of a workbook, by the index of the column. */
export interface ListedRow {
  row: number;
  cells: readonly string[];
  marks?: Readonly<Record<number, 'formula' | 'formula-without-result' | 'error' | 'merged'>>;
}
