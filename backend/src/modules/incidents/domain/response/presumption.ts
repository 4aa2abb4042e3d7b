import { isBreachPresumed, type StandingDetermination } from '../determination/determination.js';
import type { PhiInvolved } from './incident-kinds.js';

export interface PresumptionFacts {
  phiInvolved: PhiInvolved;
  countersigned: readonly StandingDetermination[];
}

export type PresumptionReason =
  'presumedUndecided' | 'presumedBreach' | 'notPresumedDecided' | 'notPresumedNoPhi';

/**
 * Whether notices are presumed to be due, and why. A person's word that no protected health information is involved ends
 * the presumption; not knowing does not. 45 CFR 164.402(2)
 */
export function presumptionOf({ phiInvolved, countersigned }: PresumptionFacts): {
  presumed: boolean;
  reason: PresumptionReason;
} {
  if (phiInvolved === 'no') return { presumed: false, reason: 'notPresumedNoPhi' };
  if (!isBreachPresumed(countersigned)) return { presumed: false, reason: 'notPresumedDecided' };
  return countersigned.some(({ conclusion }) => conclusion === 'breach')
    ? { presumed: true, reason: 'presumedBreach' }
    : { presumed: true, reason: 'presumedUndecided' };
}
