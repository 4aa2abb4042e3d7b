/**
 * Spreadsheets run a cell that begins like a formula. Such a cell gets an apostrophe before it; so does one that
 * begins with apostrophes and a formula, so that reading takes back exactly what writing added.
 */
// = + - @, TAB, CR, LF, and the full-width forms that some programs fold into them.
const DANGEROUS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const NEUTRALISED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

export function neutralCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** What the cell said before it was made harmless: for lists that were exported from here and come back. */
export function originalCell(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}
