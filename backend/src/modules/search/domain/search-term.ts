export interface SearchTerm {
  words: string;
  /** The number of a risk, where the words can be read as one: "R-12", or "12" alone. */
  riskNumber: number | null;
  /** The number of an action: "A-12", or "12" alone. */
  actionNumber: number | null;
}

const NUMBERED = /^([ra]?)-?(\d{1,9})$/i;

/** What somebody looks for: words, or a number as the lists print it. */
export function searchTerm(text: string): SearchTerm {
  const words = text.trim();
  const [, letter = '', digits] = NUMBERED.exec(words) ?? [];
  const number = digits === undefined ? null : Number(digits);
  return {
    words,
    riskNumber: letter.toLowerCase() === 'a' ? null : number,
    actionNumber: letter.toLowerCase() === 'r' ? null : number,
  };
}
