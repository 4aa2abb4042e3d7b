import { codeWords } from './en-codes.js';

/** “ownerId” reads as “owner”, “dueOn” as “due on”: as on the screens. */
export function fieldWords(field: string): string {
  const known: Readonly<Partial<Record<string, string>>> = codeWords.auditField;
  const word = Object.hasOwn(known, field) ? known[field] : undefined;
  if (word !== undefined) return word;
  return field
    .replace(/Ids?$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
