/**
 * Scanners quote what they came across: control characters, halves of characters and what turns the reading direction do
 * not get in.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u200B\uFEFF\u202A-\u202E\u2066-\u2069]/gu;
const UNSAFE_BUT_LINES = /(?![\n\t])[\p{Cc}\p{Cs}\u200B\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

/** On one line, at most so many characters. */
export function oneLine(text: string, most: number): string {
  return shortened(
    text
      .slice(0, most * 8)
      .replace(UNSAFE, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  );
}

/** Several lines, at most so many characters. */
export function someLines(text: string, most: number): string {
  const plain = text
    .slice(0, most * 2)
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(UNSAFE_BUT_LINES, ' ');
  return shortened(plain.trim(), most);
}

/** Ends in an ellipsis where something was cut; never within a character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const CVE = /\bCVE-\d{4}-\d{4,19}\b/gi;

/** Every CVE number in a text, in its usual form, each once. */
export function cvesIn(text: string, most: number): string[] {
  const found = new Set<string>();
  for (const [cve] of text.matchAll(CVE)) {
    found.add(cve.toUpperCase());
    if (found.size === most) break;
  }
  return [...found];
}
