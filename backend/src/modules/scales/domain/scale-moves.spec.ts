import { describe, expect, it } from 'vitest';
import { scaleMoves, type ScaleMove, type ScaleStanding } from './scale-moves.js';

const BOTH = { writes: true, adopts: true };
const standing = (more: Partial<ScaleStanding>): ScaleStanding => ({
  status: 'draft',
  hasProblems: false,
  isOwnProposal: false,
  isNewest: true,
  ...more,
});

describe('what may be done with a version', () => {
  it.each<[Partial<ScaleStanding>, { writes: boolean; adopts: boolean }, ScaleMove[]]>([
    [{ status: 'draft' }, BOTH, ['edit', 'propose', 'discard']],
    [{ status: 'draft', hasProblems: true }, BOTH, ['edit', 'discard']],
    [{ status: 'draft' }, { writes: false, adopts: true }, []],
    [{ status: 'proposed' }, BOTH, ['adopt', 'return']],
    [{ status: 'proposed', isOwnProposal: true }, BOTH, ['return']],
    [{ status: 'proposed' }, { writes: true, adopts: false }, []],
    [{ status: 'adopted' }, BOTH, ['renew', 'retire']],
    [{ status: 'adopted', isNewest: false }, BOTH, ['retire']],
    [{ status: 'superseded', isNewest: false }, BOTH, []],
    [{ status: 'retired' }, BOTH, ['renew']],
    [{ status: 'retired' }, { writes: false, adopts: false }, []],
  ])('%j by %j: %j', (facts, viewer, moves) => {
    expect(scaleMoves(standing(facts), viewer)).toEqual(moves);
  });
});
