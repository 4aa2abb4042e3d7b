import { damaged } from './unreadable-workbook.js';

/** What a cell's text does not tell by itself. */
export type CellMark = 'formula' | 'formula-without-result' | 'error' | 'merged';

export interface SheetRow {
  /** As the spreadsheet counts. */
  row: number;
  cells: string[];
  /** By the index of the column. */
  marks: Record<number, CellMark>;
  hidden: boolean;
}

export interface SheetLimits {
  rows: number;
  columns: number;
  charactersOfRow: number;
  characters: number;
}

/** A1 is 0, AB7 is 27. */
export function columnOf(reference: string): number {
  const letters = /^([a-z]{1,3})\d*$/i.exec(reference)?.[1];
  if (!letters) throw damaged();
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
