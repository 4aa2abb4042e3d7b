type HasGlyph = (codePoint: number) => boolean;

/** Nothing here needs a second look: nearly every text. */
const PLAIN = /^[\x20-\x7e\n]*$/;

/**
 * The same content as it can be printed. A character that the fonts do not have, or that shows nothing and may change
 * how its neighbours read, stands as its number: [U+1F3E5]. So a field stays complete, and can be searched for.
 */
export function legible<T>(content: T, has: HasGlyph): T {
  return printed(content, has) as T;
}

function printed(value: unknown, has: HasGlyph): unknown {
  if (typeof value === 'string') return PLAIN.test(value) ? value : printedText(value, has);
  if (Array.isArray(value)) return value.map((inner) => printed(inner, has));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printed(inner, has)]));
}

function printedText(text: string, has: HasGlyph): string {
  // Letters with their accents as one, as fonts have them.
  return Array.from(text.normalize('NFC').replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'), (character) =>
    printedCharacter(character, has),
  ).join('');
}

function printedCharacter(character: string, has: HasGlyph): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (character === '\n') return character;
  // They choose among the looks of the character before, and are none themselves.
  if (/^\p{Variation_Selector}$/u.test(character)) return '';
  if (/^[\p{Cc}\p{Cf}]$/u.test(character) && !SEEN.has(character)) return numberOf(codePoint);
  if (has(codePoint)) return character;
  // A letter that the font can only put together from its parts: ṣ from s and a dot below.
  const parts = [...character.normalize('NFD')];
  if (parts.length > 1 && parts.every((part) => has(part.codePointAt(0) ?? 0))) return parts.join('');
  return /^[\p{Zs}\t]$/u.test(character) ? ' ' : numberOf(codePoint);
}

/** A tab is room between words, a soft hyphen a place to part one. */
const SEEN = new Set(['\t', '\u00ad']);

function numberOf(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}
