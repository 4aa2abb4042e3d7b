import { expect, it } from 'vitest';
import { describeMeasurements } from './table.mjs';

it('lines the figures up and indents those without an aim', () => {
  const text = describeMeasurements([
    { name: 'list', aim: '≥ 1.00', measured: '1,200/s', ratio: 1.234, met: true },
    { name: 'floor', measured: '972/s' },
    { name: 'report', aim: '< 8 s', measured: '9.1 s', met: false },
  ]);
  expect(text).toBe(
    [
      'what     aim     measured  ratio  met',
      '───────  ──────  ────────  ─────  ───',
      'list     ≥ 1.00  1,200/s   1.23   yes',
      '  floor          972/s',
      'report   < 8 s   9.1 s            no',
      '',
    ].join('\n'),
  );
});
