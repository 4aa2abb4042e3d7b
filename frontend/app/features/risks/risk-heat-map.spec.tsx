import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { HAS_PAST } from '~/ui/table/as-of';
import { cellWords } from './heat-cell';
import { RiskHeatMap, type RegisterMap } from './risk-heat-map';

const steps = [
  { id: 'low', label: 'Low' },
  { id: 'high', label: 'High' },
];
const counts: RegisterMap = {
  assessmentId: 'asm_1',
  scale: {
    likelihood: steps,
    impact: steps,
    levels: [{ id: 'high', label: 'High', rank: 100 }],
    matrix: { low: { low: 'high', high: 'high' }, high: { low: 'high', high: 'high' } },
  },
  inherent: [
    [0, 0],
    [0, 3],
  ],
  residual: [
    [0, 2],
    [1, 0],
  ],
  unrated: { inherent: 0, residual: 0 },
  undecided: { toReview: 0, untreated: 0, unowned: 0, unplanned: 0 },
};

function linksOf(path: string, cell?: string) {
  renderPage(<RiskHeatMap counts={counts} assessment="2026" cell={cell} />, { path, handle: HAS_PAST });
  return (name: string) => screen.getByRole('link', { name }).getAttribute('href');
}

it('leads from a cell to the risks of that cell, and not to all of its level', () => {
  const href = linksOf('/risks');
  expect(href('2 risks: likelihood Low, impact High')).toBe(
    '/risks?assessmentId=asm_1&cell=residual%3Alow%3Ahigh#register',
  );
  expect(href('One risk: likelihood High, impact Low')).toBe(
    '/risks?assessmentId=asm_1&cell=residual%3Ahigh%3Alow#register',
  );
});

it('leads to the risks as they stand before safeguards where these are shown', () => {
  expect(linksOf('/risks?heat=inherent')('3 risks: likelihood High, impact High')).toBe(
    '/risks?assessmentId=asm_1&cell=inherent%3Ahigh%3Ahigh#register',
  );
});

it('of a past day leads to the risks of that day', () => {
  expect(linksOf('/risks?asOf=2026-06-30')('2 risks: likelihood Low, impact High')).toBe(
    '/risks?assessmentId=asm_1&cell=residual%3Alow%3Ahigh&asOf=2026-06-30#register',
  );
});

it('shows the view of the cell that is listed', () => {
  linksOf('/risks', 'inherent:high:high');
  const cell = screen.getByRole('link', { name: '3 risks: likelihood High, impact High' });
  expect(cell.getAttribute('aria-current')).toBe('true');
});

it.each([
  ['residual:low:high', 'likelihood Low, impact High, with safeguards'],
  ['inherent:high:gone', 'likelihood High, impact gone, before safeguards'],
  ['nonsense', 'nonsense'],
])('calls the cell %s “%s”', (name, words) => {
  expect(cellWords(name, counts)).toBe(words);
});
