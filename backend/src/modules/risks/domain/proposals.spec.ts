import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applies,
  decisionKey,
  openProposals,
  type ProposablePair,
  type ProposalSubject,
} from './proposals.js';

const FACTS: Record<string, (string | boolean)[]> = {
  holdsEphi: [true, false],
  portable: [true, false],
  hosting: ['on-premises', 'cloud', 'portable'],
  encryptionAtRest: ['yes', 'partial', 'no', 'unknown'],
};
const KINDS = ['system', 'device', 'media', 'data-flow'];

const condition = fc
  .constantFrom(...Object.keys(FACTS))
  .chain((field) =>
    fc.record({ field: fc.constant(field), is: fc.subarray(FACTS[field]!, { minLength: 1 }) }),
  );
const pair: fc.Arbitrary<ProposablePair> = fc.record({
  id: fc.stringMatching(/^P-\d{3}$/),
  appliesTo: fc.record({
    assetKinds: fc.subarray(KINDS, { minLength: 1 }),
    when: fc.uniqueArray(condition, { maxLength: 4, selector: ({ field }) => field }),
  }),
});
const pairs = fc.uniqueArray(pair, { maxLength: 12, selector: ({ id }) => id });
const subject: fc.Arbitrary<ProposalSubject> = fc.record({
  type: fc.constantFrom('asset', 'data-flow'),
  id: fc.uuid(),
  kind: fc.constantFrom(...KINDS),
  facts: fc.record(
    Object.fromEntries(Object.entries(FACTS).map(([field, values]) => [field, fc.constantFrom(...values)])),
  ),
});
const nothingDecided = new Set<string>();

describe('what is proposed', () => {
  it('meets every condition of its pair', () => {
    fc.assert(
      fc.property(pairs, subject, (all, what) => {
        for (const { appliesTo } of openProposals(all, what, nothingDecided)) {
          expect(appliesTo.assetKinds).toContain(what.kind);
          for (const { field, is } of appliesTo.when) expect(is).toContain(what.facts[field]);
        }
      }),
    );
  });

  it('leaves out only what misses a condition', () => {
    fc.assert(
      fc.property(pairs, subject, (all, what) => {
        const proposed = new Set(openProposals(all, what, nothingDecided).map(({ id }) => id));
        for (const { id, appliesTo } of all.filter((candidate) => !proposed.has(candidate.id))) {
          const missed =
            !appliesTo.assetKinds.includes(what.kind) ||
            appliesTo.when.some(({ field, is }) => !is.includes(what.facts[field]!));
          expect(missed, id).toBe(true);
        }
      }),
    );
  });

  it('gets no longer by one condition more', () => {
    fc.assert(
      fc.property(pair, condition, subject, (one, more, what) => {
        const stricter = { ...one, appliesTo: { ...one.appliesTo, when: [...one.appliesTo.when, more] } };
        if (applies(stricter, what)) expect(applies(one, what)).toBe(true);
      }),
    );
  });

  it('comes back never once it was decided, and nothing else goes with it', () => {
    fc.assert(
      fc.property(pairs, subject, fc.nat(), (all, what, at) => {
        const before = openProposals(all, what, nothingDecided);
        if (before.length === 0) return;
        const gone = before[at % before.length]!;
        const after = openProposals(all, what, new Set([decisionKey(gone.id, what.id)]));
        expect(after).toEqual(before.filter(({ id }) => id !== gone.id));
      }),
    );
  });

  it("is no other subject's affair", () => {
    fc.assert(
      fc.property(pairs, subject, fc.uuid(), (all, what, other) => {
        fc.pre(other !== what.id);
        const decidedElsewhere = new Set(all.map(({ id }) => decisionKey(id, other)));
        expect(openProposals(all, what, decidedElsewhere)).toEqual(openProposals(all, what, nothingDecided));
      }),
    );
  });

  it('does not follow from a fact that nobody knows', () => {
    const one: ProposablePair = {
      id: 'P-001',
      appliesTo: { assetKinds: ['device'], when: [{ field: 'portable', is: [true, false] }] },
    };
    expect(applies(one, { kind: 'device', facts: {} })).toBe(false);
    expect(applies(one, { kind: 'device', facts: { portable: false } })).toBe(true);
  });
});
