import { expect, it } from 'vitest';
import type { AssessmentReport } from './assessment-report';
import { sheetsOf, type NumberedPart } from './document-part';

const part = (id: string, more: Partial<NumberedPart> = {}): NumberedPart => ({
  id,
  number: 1,
  title: id,
  Section: () => null,
  ...more,
});

it('sections go on below each other; a long one and one that lies across begin pages', () => {
  const parts = [
    part('summary'),
    part('short'),
    part('long', { ownPage: ({ assets }) => assets.length > 1 }),
    part('short too'),
    part('across', { landscape: true }),
    part('upright again'),
    part('end'),
  ];
  // Only how many assets there are is asked of the report.
  const ids = (assets: number) =>
    sheetsOf(parts, { assets: Array(assets).fill({}) } as unknown as AssessmentReport).map((sheet) =>
      sheet.map(({ id }) => id),
    );
  expect(ids(2)).toEqual([['summary', 'short'], ['long', 'short too'], ['across'], ['upright again', 'end']]);
  expect(ids(1)[0]).toEqual(['summary', 'short', 'long', 'short too']);
});
