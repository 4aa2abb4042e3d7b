import { isCalendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';

export type KeyType = 'smallint' | 'integer' | 'text' | 'date' | 'timestamptz';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FORMS: Record<KeyType, RegExp> = {
  smallint: /^-?\d{1,4}$/,
  integer: /^-?\d{1,9}$/,
  // eslint-disable-next-line no-control-regex -- PostgreSQL's text holds any character but this one
  text: /^[^\u0000]*$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
};

export interface PageMark {
  /** What the last row was sorted by, and that row. */
  key: string;
  id: string;
  /** Counted for the first page, and carried on from there. */
  total: number;
}

/** Where a page ended, in the sort that it was read by. */
export function writeCursor(sortName: string, { key, id, total }: PageMark): string {
  return Buffer.from(JSON.stringify([sortName, key, id, total]), 'utf8').toString('base64url');
}

export function readCursor(cursor: string, sortName: string, type: KeyType): PageMark {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [itsSort, key, id, total] = parsed as unknown[];
    const isPlace = typeof key === 'string' && isKey(key, type) && typeof id === 'string' && UUID.test(id);
    if (itsSort === sortName && isPlace && isCount(total)) return { key, id, total };
  } catch {
    // falls through to the refusal
  }
  throw new DomainError(
    'request.cursor-unreadable',
    'invalid',
    'This page mark does not fit the list. Begin again from the first page.',
  );
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

function isKey(text: string, type: KeyType): boolean {
  const isDated = type === 'date' || type === 'timestamptz';
  return FORMS[type].test(text) && (!isDated || isCalendarDate(text.slice(0, 10)));
}
