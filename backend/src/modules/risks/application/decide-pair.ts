import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { applies } from '../domain/proposals.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import {
  deleteDismissals,
  holdProposals,
  insertDismissals,
} from '../persistence/proposal-decision.repository.js';
import { subjectsAfter, type NamedSubject } from '../persistence/proposal-subjects.query.js';
import type { PairOutcome, PairRequest, ProposalFilter } from '../proposal.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { askedProposals, decisionsOf, sum, tallyOf, type AskedProposals } from './proposal-counts.js';

/** How many are decided in one go; the others stay as they are, to be decided by the next. */
const MOST_TOGETHER = 1_000;
/** Rows of one statement. */
const CHUNK = 500;

type Asked = Pick<PairRequest, 'expected'> & ProposalFilter;
type Move = 'dismissed' | 'restored';

/** One decision about a pair for all assets and flows that a filter leaves: each has its own record of it. */
@Injectable()
export class DecidePair {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  /** Turns it down wherever it is still open. */
  dismiss(assessmentId: string, pairId: string, { reason, ...asked }: PairRequest): Promise<PairOutcome> {
    return this.decide(assessmentId, pairId, asked, 'dismissed', async (tx, subjectIds) => {
      const pairs = subjectIds.map((subjectId) => ({ pairId, subjectId }));
      await insertDismissals(tx, assessmentId, pairs, reason, currentMember().memberId);
    });
  }

  /** Puts it before the people again wherever it was turned down. */
  restore(assessmentId: string, pairId: string, asked: Asked): Promise<PairOutcome> {
    return this.decide(assessmentId, pairId, asked, 'restored', async (tx, subjectIds) => {
      await deleteDismissals(tx, assessmentId, pairId, subjectIds);
    });
  }

  private decide(
    assessmentId: string,
    pairId: string,
    { expected, ...filter }: Asked,
    move: Move,
    write: (tx: WriteTx, subjectIds: string[]) => Promise<void>,
  ): Promise<PairOutcome> {
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'keep');
      refuseUnlessDraft(pins.status);
      await holdProposals(tx, assessmentId);
      const asked = askedProposals(await this.packs.threatsOf(pins), { ...filter, pairId });
      const waiting = await countWaiting(tx, assessmentId, asked, move);
      if (waiting === 0 || waiting !== expected) throw countChanged(expected, waiting);
      const moved: NamedSubject[] = [];
      for await (const subjects of waitingSubjects(tx, assessmentId, asked, move)) {
        const now = subjects.slice(0, MOST_TOGETHER - moved.length);
        await write(
          tx,
          now.map(({ id }) => id),
        );
        moved.push(...now);
        if (moved.length === MOST_TOGETHER) break;
      }
      record(tx, assessmentId, pairId, moved, move);
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
  return move === 'dismissed'
    ? (await tallyOf(tx, assessmentId, asked)).proposals
    : sum(await decisionsOf(tx, assessmentId, asked), 'dismissed');
}

/** Where the pair is open, or where it was turned down: by name, a statement's worth at a time. */
async function* waitingSubjects(
  tx: WriteTx,
  assessmentId: string,
  { pairs, open, decided }: AskedProposals,
  move: Move,
): AsyncGenerator<NamedSubject[]> {
  const pair = pairs[0]!;
  const state = move === 'dismissed' ? 'undecided' : 'dismissed';
  let after: NamedSubject | null = null;
  for (;;) {
    const batch: NamedSubject[] = await subjectsAfter(tx, assessmentId, {
      filter: move === 'dismissed' ? open : decided,
      decided: { pairIds: [pair.id], state },
      after,
      most: CHUNK,
    });
    yield move === 'dismissed' ? batch.filter((subject) => applies(pair, subject)) : batch;
    if (batch.length < CHUNK) return;
    after = batch.at(-1)!;
  }
}

/** One record says that it was one decision; each asset and flow has its own besides. */
function record(
  tx: WriteTx,
  assessmentId: string,
  pairId: string,
  moved: readonly NamedSubject[],
  move: Move,
): void {
  const target = { type: 'assessment', id: assessmentId };
  const flows = moved.filter(({ type }) => type === 'data-flow').length;
  tx.audit.record({
    action: `proposal.${move}-together`,
    target,
    detail: { pairId, assets: moved.length - flows, flows },
  });
  for (const { type, id } of moved)
    tx.audit.record({
      action: `proposal.${move}`,
      target,
      detail: { pairId, subjectType: type, subjectId: id },
    });
}

function countChanged(expected: number, waiting: number): DomainError {
  return new DomainError(
    'proposal.count-changed',
    'conflict',
    `There were ${expected.toLocaleString('en')} when you looked, and now there are ${waiting.toLocaleString('en')}: somebody decided or changed something meanwhile. Look again, then decide.`,
  );
}
