/** Text that a person searches for, as a pattern of `ilike` in which nothing of it has a meaning of its own. */
export function containsPattern(text: string): string {
  return `%${beginsPattern(text)}`;
}

/** The same, found at the beginning only. */
export function beginsPattern(text: string): string {
  return `${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
