/** Of JSON that somebody else wrote: whatever is not what it should be, counts as not there. */
export type JsonObject = Record<string, unknown>;

export function objectIn(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** More than of any text is kept; what is longer would be gone through again for each result. */
const MOST_TEXT = 20_000;

/** At most `most` characters of it, without the blanks around them. */
export function textIn(value: unknown, most = MOST_TEXT): string {
  return typeof value === 'string' ? value.slice(0, most).trim() : '';
}

/** A message of SARIF: its plain text, or its Markdown read as text. */
export function messageIn(value: unknown): string {
  const message = objectIn(value);
  return textIn(message['text']) || textIn(message['markdown']);
}
