import { expect, it } from 'vitest';
import { searchTerm } from './search-term.js';

it.each([
  [' laptop ', { words: 'laptop', riskNumber: null, actionNumber: null }],
  ['R-12', { words: 'R-12', riskNumber: 12, actionNumber: null }],
  ['a7', { words: 'a7', riskNumber: null, actionNumber: 7 }],
  ['12', { words: '12', riskNumber: 12, actionNumber: 12 }],
  ['SYS-003', { words: 'SYS-003', riskNumber: null, actionNumber: null }],
])('reads %j', (text, term) => {
  expect(searchTerm(text)).toEqual(term);
});
