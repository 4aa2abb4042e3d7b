/** Nothing that controls a machine, and no half of a character, which no database stores; tabs and line ends are text. */
export const PRINTABLE = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/**
 * Characters that show nothing and turn the direction of what follows, or part one name into two that look alike.
 * Joiners (U+200C, U+200D) stay: some scripts and many emoji are written with them.
 */
export function hidesSomething(text: string): boolean {
  return /[\u200B\uFEFF\u202A-\u202E\u2066-\u2069]/u.test(text);
}
