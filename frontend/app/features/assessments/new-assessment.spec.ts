import { expect, it } from 'vitest';
import { freeTitle } from './new-assessment';

it('offers a title that no other analysis has', () => {
  expect(freeTitle('Risk analysis 2026', [])).toBe('Risk analysis 2026');
  expect(freeTitle('Risk analysis 2026', ['Risk analysis 2026', 'Risk analysis 2026 (2)'])).toBe(
    'Risk analysis 2026 (3)',
  );
});
