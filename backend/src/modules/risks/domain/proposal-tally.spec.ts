import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kindsAskedFor, pairsAskedFor } from './proposal-filter.js';
import { tallyProposals, type AlikeSubjects } from './proposal-tally.js';

const pair = (id: string, assetKinds: string[], threat = 'T-1', vulnerability = 'V-1') => ({
  id,
  threat,
  vulnerability,
  appliesTo: { assetKinds, when: [{ field: 'portable', is: [true] }] },
});
const PAIRS = [
  pair('P-1', ['device', 'media']),
  pair('P-2', ['device'], 'T-2'),
  pair('P-3', ['data-flow'], 'T-2', 'V-2'),
];

const group: fc.Arbitrary<AlikeSubjects> = fc.record({
  type: fc.constant('asset'),
  kind: fc.constantFrom('device', 'media', 'system'),
  facts: fc.record({ portable: fc.boolean() }),
  decided: fc.subarray(['P-1', 'P-2', 'P-9']),
  subjects: fc.integer({ min: 1, max: 10_000 }),
});

it('counts things that are alike as one would count them one by one', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
      const small = groups.map((one) => ({ ...one, subjects: (one.subjects % 4) + 1 }));
      const together = tallyProposals(PAIRS, small);
      const single = tallyProposals(
        PAIRS,
        small.flatMap((one) => Array.from({ length: one.subjects }, () => ({ ...one, subjects: 1 }))),
      );
      expect(together).toEqual(single);
      const kinds = [...together.pairs.values()].flat();
      expect(kinds.reduce((sum, { open }) => sum + open, 0)).toBe(together.proposals);
    }),
  );
});

it('tells what is proposed from what is still open', () => {
  const device = { type: 'asset' as const, kind: 'device', facts: { portable: true } };
  const tally = tallyProposals(PAIRS, [
    { ...device, decided: ['P-1'], subjects: 300 },
    { ...device, decided: ['P-1', 'P-2'], subjects: 5 },
    { ...device, facts: { portable: false }, decided: [], subjects: 7 },
  ]);
  expect(tally).toMatchObject({ subjects: 300, proposals: 300 });
  expect(tally.pairs.get('P-1')).toEqual([{ kind: 'device', proposed: 305, open: 0 }]);
  expect(tally.pairs.get('P-2')).toEqual([{ kind: 'device', proposed: 305, open: 300 }]);
  expect(tally.pairs.has('P-3')).toBe(false);
});

it('narrows pairs by threat, weak point or name, and looks only where they can be proposed', () => {
  expect(pairsAskedFor(PAIRS, { threatId: 'T-2' }).map(({ id }) => id)).toEqual(['P-2', 'P-3']);
  expect(pairsAskedFor(PAIRS, { threatId: 'T-2', vulnerabilityId: 'V-2' }).map(({ id }) => id)).toEqual([
    'P-3',
  ]);
  expect(pairsAskedFor(PAIRS, { pairId: 'P-9' })).toEqual([]);
  expect(kindsAskedFor(PAIRS, undefined)).toEqual(['device', 'media', 'data-flow']);
  expect(kindsAskedFor(PAIRS, 'media')).toEqual(['media']);
  expect(kindsAskedFor(PAIRS.slice(2), 'media')).toEqual([]);
});
