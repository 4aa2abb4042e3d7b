import type { ProposablePair } from './proposals.js';

/** Which pairs are looked at: all, or those of one threat, one vulnerability, or just one. */
export interface PairFilter {
  pairId?: string | undefined;
  threatId?: string | undefined;
  vulnerabilityId?: string | undefined;
}

interface CatalogPair extends ProposablePair {
  threat: string;
  vulnerability: string;
}

/** The pairs that a filter leaves, in the pack's order. */
export function pairsAskedFor<P extends CatalogPair>(pairs: readonly P[], filter: PairFilter): P[] {
  const { pairId, threatId, vulnerabilityId } = filter;
  return pairs.filter(
    ({ id, threat, vulnerability }) =>
      (pairId === undefined || id === pairId) &&
      (threatId === undefined || threat === threatId) &&
      (vulnerabilityId === undefined || vulnerability === vulnerabilityId),
  );
}

/** Of the kinds of things that these pairs are proposed for at all, the one that is asked for, or every one. */
export function kindsAskedFor(pairs: readonly ProposablePair[], kind: string | undefined): string[] {
  const kinds = new Set(pairs.flatMap(({ appliesTo }) => appliesTo.assetKinds));
  return [...kinds].filter((candidate) => kind === undefined || candidate === kind);
}
