import { applies, type ProposablePair, type ProposalSubject } from './proposals.js';

/** Things that are alike in all that proposals ask about, and in the pairs that were decided for each of them. */
export interface AlikeSubjects extends Omit<ProposalSubject, 'id'> {
  decided: readonly string[];
  subjects: number;
}

/** Of one pair on one kind of thing: for how many it is proposed, and for how many of those nobody has decided. */
export interface KindTally {
  kind: string;
  proposed: number;
  open: number;
}

export interface ProposalTally {
  /** Things with something to decide. */
  subjects: number;
  /** Pairs to decide, one by one. */
  proposals: number;
  /** By pair; a pair that is proposed for nothing is not there. */
  pairs: ReadonlyMap<string, readonly KindTally[]>;
}

/** Counts proposals without looking at each thing: those alike are looked at once. */
export function tallyProposals(
  pairs: readonly ProposablePair[],
  groups: readonly AlikeSubjects[],
): ProposalTally {
  const byPair = new Map<string, KindTally[]>();
  let [things, proposals] = [0, 0];
  for (const { decided, subjects, ...group } of groups) {
    const known = new Set(decided);
    let open = 0;
    for (const pair of pairs.filter((candidate) => applies(candidate, group))) {
      const tally = tallyOf(byPair, pair.id, group.kind);
      tally.proposed += subjects;
      if (known.has(pair.id)) continue;
      tally.open += subjects;
      open += 1;
    }
    proposals += open * subjects;
    if (open > 0) things += subjects;
  }
  return { subjects: things, proposals, pairs: byPair };
}

function tallyOf(byPair: Map<string, KindTally[]>, pairId: string, kind: string): KindTally {
  const kinds = byPair.get(pairId) ?? [];
  byPair.set(pairId, kinds);
  const known = kinds.find((tally) => tally.kind === kind);
  if (known) return known;
  const made = { kind, proposed: 0, open: 0 };
  kinds.push(made);
  return made;
}
