import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { SUBJECT_KINDS, type ThreatCatalog, type ThreatPair } from '../../compliance/index.js';
import { kindsAskedFor, pairsAskedFor } from '../domain/proposal-filter.js';
import { tallyProposals, type ProposalTally } from '../domain/proposal-tally.js';
import {
  countDecisions,
  joiningByHash,
  subjectGroups,
  type DecisionCount,
  type SubjectFilter,
} from '../persistence/proposal-subjects.query.js';
import type { ProposalFilter } from '../proposal.schemas.js';

/** A filter as statements need it: the pairs that it leaves, and of which things they are looked for. */
export interface AskedProposals {
  pairs: ThreatPair[];
  /** Null where the filter leaves every pair. */
  pairIds: string[] | null;
  /** Things that these pairs can be proposed for. */
  open: SubjectFilter;
  /** Things that they may have been decided for, of whatever kind those are by now. */
  decided: SubjectFilter;
}

export function askedProposals(catalog: ThreatCatalog, filter: ProposalFilter): AskedProposals {
  const pairs = pairsAskedFor(catalog.pairs, filter);
  const id = filter.assetId ?? filter.flowId;
  const things = {
    ids: id === undefined ? null : [id],
    holdsEphi: filter.holdsEphi ?? null,
    q: filter.q === undefined || filter.q === '' ? null : filter.q,
  };
  return {
    pairs,
    pairIds: pairs.length === catalog.pairs.length ? null : pairs.map((pair) => pair.id),
    open: { ...things, kinds: kindsAskedFor(pairs, filter.kind) },
    decided: { ...things, kinds: filter.kind === undefined ? SUBJECT_KINDS : [filter.kind] },
  };
}

export function tallyOf(tx: ReadTx, assessmentId: string, asked: AskedProposals): Promise<ProposalTally> {
  return joiningByHash(tx, () => tally(tx, assessmentId, asked));
}

export function decisionsOf(
  tx: ReadTx,
  assessmentId: string,
  asked: AskedProposals,
): Promise<DecisionCount[]> {
  return joiningByHash(tx, () => decisions(tx, assessmentId, asked));
}

/** How many proposals there are, decided and not. */
export async function countProposals(
  tx: ReadTx,
  assessmentId: string,
  catalog: ThreatCatalog,
): Promise<{ all: number; undecided: number }> {
  const asked = askedProposals(catalog, {});
  const [undecided, made] = await joiningByHash(tx, async () => [
    (await tally(tx, assessmentId, asked)).proposals,
    await decisions(tx, assessmentId, asked),
  ]);
  return { all: sum(made, 'accepted') + sum(made, 'dismissed') + undecided, undecided };
}

async function tally(
  tx: ReadTx,
  assessmentId: string,
  { pairs, open }: AskedProposals,
): Promise<ProposalTally> {
  const ids = pairs.map((pair) => pair.id);
  return tallyProposals(pairs, await subjectGroups(tx, assessmentId, open, ids));
}

function decisions(
  tx: ReadTx,
  assessmentId: string,
  { pairIds, decided }: AskedProposals,
): Promise<DecisionCount[]> {
  return countDecisions(tx, assessmentId, decided, pairIds);
}

export function sum(rows: readonly DecisionCount[], of: 'accepted' | 'dismissed'): number {
  return rows.reduce((total, row) => total + row[of], 0);
}
