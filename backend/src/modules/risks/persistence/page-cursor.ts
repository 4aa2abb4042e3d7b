import { DomainError } from '../../../platform/kernel/domain-error.js';

export type KeyType = 'smallint' | 'integer' | 'text' | 'date' | 'timestamptz';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FORMS: Record<KeyType, RegExp> = {
  smallint: /^-?\d{1,4}$/,
  integer: /^-?\d{1,9}$/,
  // eslint-disable-next-line no-control-regex -- PostgreSQL's text holds any character but this one
  text: /^[^\u0000]*$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  timestamptz: /^\d{4}-(0[1-9]|1[0-2])-([012]\d|3[01]) [012]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
};

/** Where a page ended: the sort that it was read by, the key of its last row, and that row. */
export function writeCursor(sortName: string, key: string, id: string): string {
  return Buffer.from(JSON.stringify([sortName, key, id]), 'utf8').toString('base64url');
}

export function readCursor(cursor: string, sortName: string, type: KeyType): { key: string; id: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [itsSort, key, id] = parsed as unknown[];
    const fits =
      itsSort === sortName &&
      typeof key === 'string' &&
      FORMS[type].test(key) &&
      typeof id === 'string' &&
      UUID.test(id);
    if (fits) return { key, id };
  } catch {
    // falls through to the refusal
  }
  throw new DomainError(
    'request.cursor-unreadable',
    'invalid',
    'This page mark does not fit the list. Begin again from the first page.',
  );
}
