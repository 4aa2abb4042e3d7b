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
  /** Of a coded value: what the screen calls it. JSON keeps the code, for programs. */
  words?: CodeWords | ((row: Row) => CodeWords);
}

export type CodeWords = Readonly<Partial<Record<string, string>>>;

/** What a person reads in a cell; a code without a word stays as it is. */
export function cellOf<Row>({ value, words = {} }: TableColumn<Row>, row: Row): CellValue {
  const cell = value(row);
  const of = typeof words === 'function' ? words(row) : words;
  if (typeof cell === 'string') return wordOf(of, cell);
  return cell !== null && typeof cell === 'object' ? cell.map((code) => wordOf(of, code)) : cell;
}

/** Only words of its own: a name may read “constructor”. */
export function wordOf(words: CodeWords, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

/** Of texts with a code in each: how JSON says them, and how a person reads them. */
export function textsWithCodes<Row, Item>(
  items: (row: Row) => readonly Item[],
  inCodes: (item: Item) => string,
  inWords: (item: Item) => string,
): Required<Pick<TableColumn<Row>, 'value' | 'words'>> {
  return {
    value: (row) => items(row).map(inCodes),
    words: (row) => Object.fromEntries(items(row).map((item) => [inCodes(item), inWords(item)])),
  };
}

export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join('; ') : String(value);
}
