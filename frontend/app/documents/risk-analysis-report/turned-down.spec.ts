import { expect, it } from 'vitest';
import { turnedDownTogether } from './turned-down';

const fire = { pairTitle: 'Fire', reason: 'Sprinklers.', by: 'Maya', at: '2026-03-02T15:00:00.000Z' };

it('brings together what was one decision, and nothing else', () => {
  const later = { ...fire, at: '2026-03-03T15:00:00.000Z' };
  const flood = { ...fire, pairTitle: 'Flood' };
  expect(
    turnedDownTogether([
      { ...fire, subject: 'Main Street' },
      { ...flood, subject: 'Main Street' },
      { ...fire, subject: 'Walk-in' },
      { ...later, subject: 'Records office' },
    ]),
  ).toEqual([
    { ...fire, subjects: ['Main Street', 'Walk-in'] },
    { ...flood, subjects: ['Main Street'] },
    { ...later, subjects: ['Records office'] },
  ]);
});
