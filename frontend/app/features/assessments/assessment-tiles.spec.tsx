import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { tilesOf } from './assessment-tiles';
import { NumberTiles } from './number-tiles';
import type { Assessment } from './use-assessment';

/** What the tiles read of an analysis. */
// The tiles read no more of it.
const assessment = {
  id: 'asm_1',
  progress: { answered: 3, total: 40 },
  sections: [{ notAsked: 5 }, { notAsked: 7 }],
  counts: {
    assetsInScope: 4,
    assetsExcluded: 0,
    findingsOpen: 0,
    risks: 9,
    risksToReview: 1,
    risksUnrated: 2,
    risksUndecided: 3,
    actionsOpen: 5,
    actionsOverdue: 1,
    evidence: 0,
  },
} as unknown as Assessment;

it('leads from what is still open to those that it counts', () => {
  renderPage(<NumberTiles tiles={tilesOf(assessment)} />);
  const target = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(target('2 not rated')).toBe('/risks?assessmentId=asm_1&level=unrated');
  expect(target('3 without a decision')).toBe('/risks?assessmentId=asm_1&treatment=undecided');
  expect(target('one to review')).toBe('/risks/review?assessmentId=asm_1');
  expect(target('one overdue')).toBe('/plan?assessmentId=asm_1&overdue=true');
});

it('leads from the open actions of an analysis that was carried on to where they are now', () => {
  const carriedOnTo = { id: 'asm_2', title: '2027' };
  renderPage(<NumberTiles tiles={tilesOf({ ...assessment, carriedOnTo })} />);
  expect(screen.getByRole('link', { name: 'Actions open' }).getAttribute('href')).toBe(
    '/plan?assessmentId=asm_2',
  );
});

it('says why fewer questions are asked than the pack has', () => {
  renderPage(<NumberTiles tiles={tilesOf(assessment)} />);
  expect(screen.getByText('12 more are not asked, by your answers')).toBeDefined();
});
