import { describe, expect, it } from 'vitest';
import { optionalCents, optionalNumber } from './read-form.server';

function typed(value: string): FormData {
  const form = new FormData();
  form.set('amount', value);
  return form;
}

describe('what was typed into a field for numbers', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['  ', null],
    ['1,200', 1200],
    ['-5', -5],
    ['12.5', 12.5],
    ['lots', 'lots'],
    ['1e3', '1e3'],
  ])('%j is read as %j, and never dropped', (value, read) => {
    expect(optionalNumber(typed(value), 'amount')).toBe(read);
  });

  it.each<[string, unknown]>([
    ['', null],
    ['1200', 120_000],
    ['$1,200.50', 120_050],
    ['0.29', 29],
    ['1.005', 100.5],
    ['9999999999.99', 999_999_999_999],
    ['12k', '12k'],
    ['1.2.3', '1.2.3'],
  ])('%j dollars are %j cents', (value, cents) => {
    expect(optionalCents(typed(value), 'amount')).toBe(cents);
  });
});
