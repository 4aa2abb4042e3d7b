import { describe, expect, it } from 'vitest';
import { lookOf, lookOfBuiltIn, shownNumber } from './shown-number.js';

describe('a number of a workbook', () => {
  it.each([
    [1200, 'General', '1200'],
    [0.1 + 0.2, 'General', '0.3'],
    [1200, '#,##0', '1200'],
    [12.5, '0.00', '12.50'],
    [0.25, '0%', '25%'],
    [1234.5, '"$"#,##0.00', '1234.50'],
    [7, '00000', '00007'],
    [46_085, 'yyyy\\-mm\\-dd', '2026-03-04'],
    [46_085, 'm/d/yy;@', '2026-03-04'],
    [46_085, '[$-409]mmmm\\ d\\,\\ yyyy;@', '2026-03-04'],
    [46_085.5, 'yyyy-mm-dd hh:mm', '2026-03-04 12:00'],
    [0.75, 'h:mm', '18:00'],
    [5, 'General" pcs"', '5'],
    [1, '@', '1'],
  ])('%s as %s is shown as %s', (value, code, shown) => {
    expect(shownNumber(value, lookOf(code), false)).toBe(shown);
  });

  it('counts days as the workbook does: from 1900 with its leap year that never was, or from 1904', () => {
    expect(shownNumber(1, lookOfBuiltIn(14), false)).toBe('1900-01-01');
    expect(shownNumber(61, lookOfBuiltIn(14), false)).toBe('1900-03-01');
    expect(shownNumber(0, lookOfBuiltIn(14), true)).toBe('1904-01-01');
  });

  it('that is no day of the calendar stays a number', () => {
    expect(shownNumber(-1, lookOfBuiltIn(14), false)).toBe('-1');
    expect(shownNumber(1e9, lookOfBuiltIn(14), false)).toBe('1000000000');
  });
});
