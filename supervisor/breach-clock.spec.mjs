import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECKOUT } from './settings.mjs';

/** @param {string} input */
function breachClock(input) {
  const command = ['supervisor/cli.mjs', 'breach-clock'];
  const { status, stdout } = spawnSync(process.execPath, command, { cwd: CHECKOUT, input, encoding: 'utf8' });
  return { status, said: JSON.parse(stdout) };
}

const [, example = ''] =
  /```json\n(.*?)```/s.exec(readFileSync(`${CHECKOUT}/docs/breach-clock.md`, 'utf8')) ?? [];

it('the facts that are described give their days, and nothing but JSON stands on standard output', () => {
  const { status, said } = breachClock(example);
  expect(status).toBe(0);
  const days = said.duties.map((/** @type {Record<string, string>} */ { kind, by, dueOn }) => [
    kind,
    by,
    dueOn,
  ]);
  expect(days).toEqual([
    ['individuals', 'clinic', '2026-05-01'],
    ['substitute-public', 'clinic', '2026-05-01'],
    ['media', 'clinic', '2026-05-01'],
    ['hhs-with-individuals', 'clinic', '2026-05-01'],
    ['covered-entity', 'biller', '2026-03-13'],
    ['contract', 'biller', '2026-01-22'],
  ]);
  expect(said.records).toMatchObject([{ keepThrough: '2032-02-03' }]);
}, 60_000);

it('what cannot be read is refused by field', () => {
  const { status, said } = breachClock(example.replace('"state": "unsecured"', '"state": "locked"'));
  expect([status, said]).toEqual([
    1,
    { fieldErrors: { 'phi.state': ['Say unsecured, encrypted or destroyed.'] } },
  ]);
  expect(breachClock('{').said).toEqual({ fieldErrors: { '(input)': ['This is no JSON.'] } });
}, 60_000);
