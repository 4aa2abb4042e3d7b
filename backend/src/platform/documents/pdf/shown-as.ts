/**
 * A character as it can be printed. What the font does not have, or what shows nothing and may change how its
 * neighbours read, stands as its number: [U+1F3E5]. So a field stays complete, and can be searched for.
 */
export function shownAs(character: string, has: (codePoint: number) => boolean): string {
  const codePoint = character.codePointAt(0)!;
  // They choose among the looks of the character before, and are none themselves.
  if (/^\p{Variation_Selector}$/u.test(character)) return '';
  if (LINE_ENDS.has(character)) return ' ';
  if (/^\p{Zs}$/u.test(character)) return has(codePoint) ? character : ' ';
  if (character !== SOFT_HYPHEN && /^[\p{Cc}\p{Cf}]$/u.test(character)) return numberOf(codePoint);
  return has(codePoint) ? character : numberOf(codePoint);
}

/** Lines are parted before; what is left of their ends is room. */
const LINE_ENDS = new Set(['\t', '\n', '\r', '\u2028', '\u2029']);

/** A place to part a word, which the font knows how to show. */
const SOFT_HYPHEN = '\u00ad';

function numberOf(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}
