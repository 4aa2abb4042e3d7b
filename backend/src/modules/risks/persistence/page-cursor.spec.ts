import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor, type KeyType } from './page-cursor.js';

const id = '01a20127-7fd6-75f0-aeb5-328321a1e6d5';
const forged = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('the mark of a page', () => {
  it.each<[KeyType, string]>([
    ['smallint', '-75'],
    ['integer', '12'],
    ['text', 'Ein Gerät geht verloren ☎'],
    ['date', '9999-12-31'],
    ['timestamptz', '2026-11-22 03:29:11.123456+00'],
  ])('of a %s is read as it was written', (type, key) => {
    expect(readCursor(writeCursor('sort', { key, id, total: 7 }), 'sort', type)).toEqual({
      key,
      id,
      total: 7,
    });
  });

  it('of the longest title still fits into the query', () => {
    expect(writeCursor('title', { key: '漢'.repeat(300), id, total: 10_001 }).length).toBeLessThan(2_400);
  });

  it.each<[string, KeyType, unknown]>([
    ['another sort', 'integer', ['other', '1', id, 7]],
    ['no number', 'integer', ['sort', '1 or true', id, 7]],
    ['a day that is none', 'date', ['sort', '2026-02-31', id, 7]],
    ['a time that is none', 'timestamptz', ['sort', '2026-02-31 00:00:00+00', id, 7]],
    ['an hour that is none', 'timestamptz', ['sort', '2026-02-01 24:00:00+00', id, 7]],
    ['a character that no row holds', 'text', ['sort', 'a\0b', id, 7]],
    ['no id', 'integer', ['sort', '1', 'x', 7]],
    ['no count', 'integer', ['sort', '1', id, '7']],
    ['too large a count', 'integer', ['sort', '1', id, 2 ** 40]],
    ['no list', 'integer', null],
  ])('with %s is refused', (_what, type, content) => {
    expect(() => readCursor(forged(content), 'sort', type)).toThrow('page mark');
  });
});
