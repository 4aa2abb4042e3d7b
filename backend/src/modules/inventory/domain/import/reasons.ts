/** Why a cell cannot be taken, said so that whoever made the list can mend it. */
export const reasons = {
  missing: (choices?: readonly string[]) =>
    choices
      ? `This cell is empty. Write one of: ${choices.join(', ')}.`
      : 'This cell is empty, and it is needed.',
  missingColumn: (heading: string, choices?: readonly string[]) =>
    `The list has no column “${heading}”. Choose the column that holds it, or one value for every row${choices ? ` (${choices.join(', ')})` : ''}.`,
  notAChoice: (choices: readonly string[]) => `This is not one of the known words: ${choices.join(', ')}.`,
  notAPhiType: (word: string, choices: readonly string[]) =>
    `“${word}” is not a known type of PHI. Known are: ${choices.join(', ')}.`,
  notANumber: () => 'Write a whole number, such as 1200.',
  tooLarge: (most: number) => `This number is too large. The largest is ${most}.`,
  tooLong: (length: number, most: number) => `This text has ${length} characters; at most ${most} fit.`,
  unprintable: () => 'This text contains characters that cannot be printed.',
  invisible: () =>
    'This holds invisible characters that can change how it reads. Type the cell anew instead of pasting it.',
  unknownSite: (names: readonly string[]) =>
    `There is no site of this name. Your sites are: ${listed(names)}.`,
  noSites: () => 'There is no site of this name. Add your sites first, or leave the cell empty.',
  unknownOwner: () =>
    'No colleague has this name or e-mail address. Invite the person first, or leave the cell empty.',
  severalOwners: () => 'Several colleagues have this name. Write the e-mail address instead.',
  /** `rows`: all that have it, this `row` too. */
  repeatedKey: (key: string, row: number, rows: readonly number[]) =>
    `${otherRows(row, rows)} this ${key} too. Each ${key} may stand once: none of these rows is taken over until they differ.`,
  showsError: (shown: string) =>
    `The spreadsheet shows the error ${shown} here. Mend its formula, or write the value.`,
  formulaWithoutResult: () =>
    'This cell holds a formula, and the file does not say what it gave. Open the file in your spreadsheet program and save it again, or write the value.',
  beyondHeadings: (columns: number) =>
    `This cell stands right of the last of the ${columns} headings. Give the column a heading, or look for a stray delimiter in this row.`,
} as const;

/** What is worth a look and stops nothing. */
export const remarks = {
  sameName: (tag: string) =>
    `An asset of this name is there already (${tag}). Without a tag this row adds a second one.`,
  formula: (headings: readonly string[]) =>
    `Calculated by a formula, and taken as it is shown: ${headings.join(', ')}.`,
  filledIn: (heading: string, word: string) =>
    `Filled in from the rest of the row: ${heading} “${word}”. Write it in the list if it is otherwise.`,
  chosen: (headings: readonly string[]) =>
    `Changed by the value that was chosen for every row, not by the file: ${headings.join(', ')}.`,
  merged: (headings: readonly string[]) =>
    `From a cell that is merged over several rows: ${headings.join(', ')}.`,
  hiddenRow: () => 'This row is hidden in the spreadsheet. It is read like the others.',
  disposalWithoutRecord: () =>
    'Taken as retired. For “disposed” the record is missing of how its ePHI was removed: write it on the page of the asset.',
  staysDisposed: () =>
    'It was disposed of and stays so. If that is wrong, set it to retired on the page of the asset.',
  backupUntested: () => 'Taken as backed up, but restoring was never tested. Write “tested” if it was.',
} as const;

const MOST_ROWS_NAMED = 3;
/** As many rows as the list has may be alike: only the first are looked at. */
function otherRows(row: number, rows: readonly number[]): string {
  const others = rows.slice(0, MOST_ROWS_NAMED + 1).filter((other) => other !== row);
  const named = others.slice(0, MOST_ROWS_NAMED);
  const more = rows.length - 1 - named.length;
  if (more > 0) return `Rows ${named.join(', ')} and ${more} more have`;
  const [one, ...rest] = named;
  return rest.length === 0
    ? `Row ${one} has`
    : `Rows ${[one, ...rest.slice(0, -1)].join(', ')} and ${rest.at(-1)} have`;
}

const MOST_NAMED = 12;
function listed(names: readonly string[]): string {
  return names.length <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;
}
