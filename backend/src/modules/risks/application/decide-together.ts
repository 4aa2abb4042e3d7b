import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { ThreatCatalog } from '../../compliance/index.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { applies } from '../domain/proposals.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { holdProposals } from '../persistence/proposal-decision.repository.js';
import { subjectsAfter, type NamedSubject } from '../persistence/proposal-subjects.query.js';
import type { PairOutcome, PairRequest, ProposalFilter } from '../proposal.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { askedProposals, decisionsOf, sum, tallyOf, type AskedProposals } from './proposal-counts.js';

/** How many are decided in one go; the others stay as they are, to be decided by the next. */
const MOST_TOGETHER = 1_000;
/** Rows of one statement. */
const CHUNK = 500;

/** Which pair, of which analysis, for what a filter leaves. */
export interface AskedPair {
  assessmentId: string;
  pairId: string;
  asked: Pick<PairRequest, 'expected'> & ProposalFilter;
}
type Move = 'accepted' | 'dismissed' | 'restored';
type Write = (tx: WriteTx, subjects: readonly NamedSubject[], catalog: ThreatCatalog) => Promise<void>;

/** One decision about a pair for all assets and flows that a filter leaves. */
@Injectable()
export class DecideTogether {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(
    { assessmentId, pairId, asked: { expected, ...filter } }: AskedPair,
    move: Move,
    write: Write,
  ): Promise<PairOutcome> {
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'keep');
      refuseUnlessDraft(pins.status);
      await holdProposals(tx, assessmentId);
      const catalog = await this.packs.threatsOf(pins);
      const asked = askedProposals(catalog, { ...filter, pairId });
      const waiting = await countWaiting(tx, assessmentId, asked, move);
      if (waiting === 0 || waiting !== expected) throw countChanged(expected, waiting);
      const moved: NamedSubject[] = [];
      for await (const subjects of waitingSubjects(tx, assessmentId, asked, move)) {
        moved.push(...subjects.slice(0, MOST_TOGETHER - moved.length));
        if (moved.length === MOST_TOGETHER) break;
      }
      await write(tx, moved, catalog);
      recordDecision(tx, assessmentId, pairId, moved, move);
      return { changed: moved.length, left: waiting - moved.length };
    });
  }
}

async function countWaiting(
  tx: WriteTx,
  assessmentId: string,
  asked: AskedProposals,
  move: Move,
): Promise<number> {
  if (asked.pairs.length === 0) throw notFound('proposal');
  return move === 'restored'
    ? sum(await decisionsOf(tx, assessmentId, asked), 'dismissed')
    : (await tallyOf(tx, assessmentId, asked)).proposals;
}

/** Where the pair is open, or where it was turned down: by name, a statement's worth at a time. */
async function* waitingSubjects(
  tx: WriteTx,
  assessmentId: string,
  { pairs, open, decided }: AskedProposals,
  move: Move,
): AsyncGenerator<NamedSubject[]> {
  const pair = pairs[0]!;
  const state = move === 'restored' ? 'dismissed' : 'undecided';
  let after: NamedSubject | null = null;
  for (;;) {
    const batch: NamedSubject[] = await subjectsAfter(tx, assessmentId, {
      filter: move === 'restored' ? decided : open,
      decided: { pairIds: [pair.id], state },
      after,
      most: CHUNK,
    });
    yield move === 'restored' ? batch : batch.filter((subject) => applies(pair, subject));
    if (batch.length < CHUNK) return;
    after = batch.at(-1)!;
  }
}

/** One record says that it was one decision; each asset and flow has its own besides. */
function recordDecision(
  tx: WriteTx,
  assessmentId: string,
  pairId: string,
  moved: readonly NamedSubject[],
  move: Move,
): void {
  const flows = moved.filter(({ type }) => type === 'data-flow').length;
  tx.audit.record({
    action: `proposal.${move}-together`,
    target: { type: 'assessment', id: assessmentId },
    detail: { pairId, assets: moved.length - flows, flows },
  });
}

function countChanged(expected: number, waiting: number): DomainError {
  return new DomainError(
    'proposal.count-changed',
    'conflict',
    `There were ${expected.toLocaleString('en')} when you looked, and now there are ${waiting.toLocaleString('en')}: somebody decided or changed something meanwhile. Look again, then decide.`,
  );
}
