import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { logOptions } from './log.js';

/** What must never stand in a log line. */
const CANARY = 'canary-7f3a-never-in-a-log';

function lineOf(fields: object): string {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
  });
  pino({ ...logOptions, level: 'trace' }, sink).info(fields, 'something happened');
  return lines.join('');
}

describe('a log line', () => {
  it.each([
    ['a password', { password: CANARY }],
    ['a password within a body', { body: { password: CANARY } }],
    ['a change of passwords', { body: { currentPassword: CANARY, newPassword: CANARY } }],
    ['a token', { token: CANARY }],
    ['a cookie', { headers: { cookie: CANARY } }],
    ['an authorization header', { headers: { authorization: CANARY } }],
    [
      'the parameters of a failed query',
      { err: Object.assign(new Error('failed'), { parameters: [CANARY], query: 'select 1' }) },
    ],
    [
      'what the database says of a failed query',
      { err: Object.assign(new Error('failed'), { driverError: { detail: CANARY } }) },
    ],
    [
      'the detail of a database error',
      { err: Object.assign(new Error('failed'), { detail: `Key (name)=(${CANARY}) exists` }) },
    ],
  ])('keeps out %s', (_what, fields) => {
    expect(lineOf(fields)).not.toContain(CANARY);
  });

  it('would show the canary if it stood anywhere else, so that this spec can fail', () => {
    expect(lineOf({ note: CANARY })).toContain(CANARY);
  });
});
