import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId, uuidOf } from '../../../platform/kernel/typed-id.js';
import type { ThreatPair } from '../../compliance/index.js';
import { decisionKey, openProposals } from '../domain/proposals.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import {
  proposalDecisions,
  toldDecisions,
  type ToldDecision,
} from '../persistence/proposal-decision.repository.js';
import {
  countDecidedSubjects,
  subjectsAfter,
  type DecidedFilter,
  type NamedSubject,
} from '../persistence/proposal-subjects.query.js';
import type { PairView, ProposalPage, ProposalQuery } from '../proposal.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { askedProposals, decisionsOf, sum, tallyOf, type AskedProposals } from './proposal-counts.js';
import { pairChoices, pairWords } from './proposal-words.js';

type Item = ProposalPage['items'][number];
export type ProposalPiece = Pick<ProposalPage, 'items' | 'nextCursor'>;

/** How many things are looked at in one go: a few to begin with, since to most of them something is proposed. */
const BATCH = { first: 4, growth: 4, most: 500 };

/** What could go wrong with each asset and flow: what nobody has decided yet, or what was decided one way. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(assessmentId: string, query: ProposalQuery): Promise<ProposalPage> {
    return this.db.read(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId);
      const catalog = await this.packs.threatsOf(pins);
      const words = pairWords(catalog, await this.packs.scaleOf(tx, pins));
      const asked = askedProposals(catalog, query);
      const tally = await tallyOf(tx, assessmentId, asked);
      const made = await decisionsOf(tx, assessmentId, asked);
      return {
        ...(await pageOfProposals(tx, pins, asked, words, query)),
        total: await totalOf(tx, assessmentId, asked, query.state, tally.subjects),
        totalIsCapped: false,
        counts: {
          undecided: tally.proposals,
          accepted: sum(made, 'accepted'),
          dismissed: sum(made, 'dismissed'),
        },
        choices: pairChoices(catalog),
      };
    });
  }

  /** The items of a page and nothing that is counted: for one who reads them all. */
  piece(assessmentId: string, query: ProposalQuery): Promise<ProposalPiece> {
    return this.db.read(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId);
      const catalog = await this.packs.threatsOf(pins);
      const words = pairWords(catalog, await this.packs.scaleOf(tx, pins));
      return pageOfProposals(tx, pins, askedProposals(catalog, query), words, query);
    });
  }
}

async function pageOfProposals(
  tx: ReadTx,
  { id, previousId }: AssessmentPins,
  asked: AskedProposals,
  words: (pair: ThreatPair) => PairView,
  query: ProposalQuery,
): Promise<ProposalPiece> {
  const found = await subjectsOf(tx, id, asked, query);
  const page = found.slice(0, query.limit);
  const ids = page.map(({ subject }) => subject.id);
  const told = bySubject(await toldDecisions(tx, id, ids));
  const earlier = bySubject(
    previousId && query.state === 'open' ? await toldDecisions(tx, previousId, ids) : [],
  );
  return {
    items: page.map((one) => itemView(one, words, { told, earlier })),
    nextCursor: found.length > query.limit ? writeCursor(page.at(-1)!.subject) : null,
  };
}

function bySubject(rows: readonly ToldDecision[]): Map<string, ToldDecision[]> {
  const found = new Map<string, ToldDecision[]>();
  for (const row of rows) {
    const known = found.get(row.subjectId);
    if (known) known.push(row);
    else found.set(row.subjectId, [row]);
  }
  return found;
}

interface SubjectWithPairs {
  subject: NamedSubject;
  pairs: readonly ThreatPair[];
}

function totalOf(
  tx: ReadTx,
  assessmentId: string,
  { pairs, decided }: AskedProposals,
  state: ProposalQuery['state'],
  open: number,
): Promise<number> | number {
  if (state === 'open') return open;
  return countDecidedSubjects(tx, assessmentId, decided, { state, pairIds: pairs.map(({ id }) => id) });
}

/** The next of a page, and one more where there is one. */
async function subjectsOf(
  tx: ReadTx,
  assessmentId: string,
  asked: AskedProposals,
  { state, cursor, limit }: ProposalQuery,
): Promise<SubjectWithPairs[]> {
  const after = cursor === undefined ? null : readCursor(cursor);
  if (state === 'open') return openSubjects(tx, assessmentId, asked, after, limit);
  const decided: DecidedFilter = { state, pairIds: asked.pairs.map(({ id }) => id) };
  const subjects = await subjectsAfter(tx, assessmentId, {
    filter: asked.decided,
    decided,
    after,
    most: limit + 1,
  });
  const decisions = await proposalDecisions(
    tx,
    assessmentId,
    subjects.map(({ id }) => id),
  );
  return subjects.map((subject) => ({
    subject,
    pairs: asked.pairs.filter(({ id }) => {
      const decision = decisions.get(decisionKey(id, subject.id));
      return decision !== undefined && (decision.riskId !== null) === (state === 'accepted');
    }),
  }));
}

/** One thing that was asked for is there also with nothing left to decide. */
async function openSubjects(
  tx: ReadTx,
  assessmentId: string,
  { pairs, open: filter }: AskedProposals,
  start: Pick<NamedSubject, 'type' | 'id'> | null,
  limit: number,
): Promise<SubjectWithPairs[]> {
  const open: SubjectWithPairs[] = [];
  let after = start;
  let most = Math.min(limit * BATCH.first, BATCH.most);
  for (;;) {
    const batch = await subjectsAfter(tx, assessmentId, { filter, after, most });
    const ids = batch.map(({ id }) => id);
    const decisions = await proposalDecisions(tx, assessmentId, ids);
    open.push(
      ...batch
        .map((subject) => ({ subject, pairs: openProposals(pairs, subject, decisions) }))
        .filter((one) => one.pairs.length > 0 || filter.ids !== null),
    );
    if (open.length > limit || batch.length < most) return open;
    after = batch.at(-1)!;
    most = Math.min(most * BATCH.growth, BATCH.most);
  }
}

function itemView(
  { subject, pairs }: SubjectWithPairs,
  words: (pair: ThreatPair) => PairView,
  { told, earlier }: Record<'told' | 'earlier', ReadonlyMap<string, readonly ToldDecision[]>>,
): Item {
  const { type, id, tag, name, kind } = subject;
  const own = told.get(id) ?? [];
  const before = earlier.get(id) ?? [];
  return {
    type,
    id: typedId(type === 'asset' ? 'asset' : 'dataFlow', id),
    tag,
    name,
    kind,
    accepted: own.filter(({ risk }) => risk !== null).length,
    dismissed: own.filter(({ risk }) => risk === null).length,
    proposals: pairs.map((pair) => ({
      ...words(pair),
      decision: decisionView(own.find(({ pairId }) => pairId === pair.id)),
      earlier: earlierView(before.find(({ pairId }) => pairId === pair.id)),
    })),
  };
}

/** Of what was taken over the risk itself comes along; of what was turned down the reason. */
function earlierView(told: ToldDecision | undefined): Item['proposals'][number]['earlier'] {
  if (!told || told.reason === null) return null;
  const { reason, by, at } = told;
  return { reason, by, at };
}

function decisionView(told: ToldDecision | undefined): Item['proposals'][number]['decision'] {
  if (!told) return null;
  const { risk, reason, by, at } = told;
  return { risk, reason, by, at };
}

function writeCursor({ type, id }: NamedSubject): string {
  return typedId(type === 'asset' ? 'asset' : 'dataFlow', id);
}

/** A mark that names nothing begins again at the front. */
function readCursor(cursor: string): Pick<NamedSubject, 'type' | 'id'> | null {
  if (!/^(ast|flw)_[0-9a-f]{32}$/.test(cursor)) return null;
  return { type: cursor.startsWith('ast') ? 'asset' : 'data-flow', id: uuidOf(cursor) };
}
