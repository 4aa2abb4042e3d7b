export const TABLE_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What a cell says; several values of one cell are parted by semicolons where it is text. */
export type CellValue = string | number | boolean | null | readonly string[];

export interface TableColumn<Row> {
  /** In JSON. */
  key: string;
  /** In CSV and XLSX: the screen's words. */
  heading: string;
  value: (row: Row) => CellValue;
}

export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join('; ') : String(value);
}
