import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { ThreatPair } from '../../compliance/index.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import type { DecisionCount } from '../persistence/proposal-subjects.query.js';
import { sharedRiskOf } from '../persistence/shared-risk.js';
import type {
  OneProposedPair,
  PairView,
  ProposalFilter,
  ProposedPair,
  ProposedPairPage,
  ProposalQuery,
} from '../proposal.schemas.js';
import type { KindTally } from '../domain/proposal-tally.js';
import { AssessmentPacks } from './assessment-packs.js';
import { askedProposals, decisionsOf, sum, tallyOf } from './proposal-counts.js';
import { pairChoices, pairWords } from './proposal-words.js';

/** Each threat with its weak point once, and for how many assets and flows it is proposed and decided. */
@Injectable()
export class ListProposedPairs {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(
    assessmentId: string,
    { state, cursor, limit, ...filter }: ProposalQuery,
  ): Promise<ProposedPairPage> {
    return this.db.read(async (tx) => {
      const { pairs, counts, choices } = await this.counted(tx, assessmentId, filter);
      const listed = pairs.filter((pair) => countOf(pair, state) > 0);
      const start = cursor === undefined ? 0 : pairs.findIndex(({ pairId }) => pairId === cursor) + 1;
      const behind = pairs.slice(start).filter((pair) => countOf(pair, state) > 0);
      return {
        items: behind.slice(0, limit),
        nextCursor: behind.length > limit ? behind[limit - 1]!.pairId : null,
        total: listed.length,
        totalIsCapped: false,
        counts,
        choices,
      };
    });
  }

  /** One pair, also where it is proposed for nothing that the filter leaves. */
  one(assessmentId: string, pairId: string, filter: ProposalFilter): Promise<OneProposedPair> {
    return this.db.read(async (tx) => {
      const { pairs } = await this.counted(tx, assessmentId, { ...filter, pairId });
      const [pair] = pairs;
      if (!pair) throw notFound('proposal');
      return { ...pair, sharedRisk: await sharedRiskOf(tx, assessmentId, pairId) };
    });
  }

  private async counted(
    tx: ReadTx,
    assessmentId: string,
    filter: ProposalFilter,
  ): Promise<{ pairs: ProposedPair[] } & Pick<ProposedPairPage, 'counts' | 'choices'>> {
    const pins = await assessmentPins(tx, assessmentId);
    const catalog = await this.packs.threatsOf(pins);
    const words = pairWords(catalog, await this.packs.scaleOf(tx, pins));
    const asked = askedProposals(catalog, filter);
    const tally = await tallyOf(tx, assessmentId, asked);
    const made = await decisionsOf(tx, assessmentId, asked);
    return {
      pairs: asked.pairs.map((pair) => pairView(pair, words, tally.pairs.get(pair.id) ?? [], made)),
      counts: {
        undecided: tally.proposals,
        accepted: sum(made, 'accepted'),
        dismissed: sum(made, 'dismissed'),
      },
      choices: pairChoices(catalog),
    };
  }
}

function countOf(pair: ProposedPair, state: ProposalQuery['state']): number {
  return state === 'open' ? pair.open : pair[state];
}

function pairView(
  pair: ThreatPair,
  words: (pair: ThreatPair) => PairView,
  tallies: readonly KindTally[],
  made: readonly DecisionCount[],
): ProposedPair {
  const decisions = made.filter(({ pairId }) => pairId === pair.id);
  const names = new Set([...tallies, ...decisions].map(({ kind }) => kind));
  const kinds = [...names].sort().map((kind) => {
    const tally = tallies.find((row) => row.kind === kind);
    const decided = decisions.find((row) => row.kind === kind);
    return {
      kind,
      proposed: tally?.proposed ?? 0,
      open: tally?.open ?? 0,
      accepted: decided?.accepted ?? 0,
      dismissed: decided?.dismissed ?? 0,
    };
  });
  return {
    ...words(pair),
    kinds,
    open: kinds.reduce((total, { open }) => total + open, 0),
    accepted: sum(decisions, 'accepted'),
    dismissed: sum(decisions, 'dismissed'),
  };
}
