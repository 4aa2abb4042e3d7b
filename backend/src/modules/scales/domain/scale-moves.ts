import type { ScaleStatus } from './own-scale.js';

export type ScaleMove = 'edit' | 'propose' | 'discard' | 'adopt' | 'return' | 'retire' | 'renew';

/** A version, as far as its next steps go by it. */
export interface ScaleStanding {
  status: ScaleStatus;
  /** Something keeps it from being proposed. */
  hasProblems: boolean;
  /** Whoever asks proposed it. */
  isOwnProposal: boolean;
  /** No later version was begun. */
  isNewest: boolean;
}

/** What somebody may do with a version now. The second person is another one than who proposed. */
export function scaleMoves(
  { status, hasProblems, isOwnProposal, isNewest }: ScaleStanding,
  { writes, adopts }: { writes: boolean; adopts: boolean },
): ScaleMove[] {
  if (status === 'draft')
    return writes ? ['edit', ...(hasProblems ? [] : ['propose' as const]), 'discard'] : [];
  if (status === 'proposed') {
    // To take the own proposal back is to return it to oneself.
    if (!adopts) return [];
    return isOwnProposal ? ['return'] : ['adopt', 'return'];
  }
  const renews: ScaleMove[] = writes && isNewest ? ['renew'] : [];
  return status === 'adopted' && adopts ? [...renews, 'retire'] : renews;
}
