/** Spreadsheets run a cell that begins like a formula, also behind a tab or a line break, also in full-width forms. */
const DANGEROUS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** The cell as text that no spreadsheet runs. */
export function neutralCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}
