import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId, uuidOf } from '../../../platform/kernel/typed-id.js';
import type { ThreatCatalog, ThreatPair } from '../../compliance/index.js';
import { openProposals } from '../domain/proposals.js';
import type { RatingScale, ScaleStep } from '../domain/rating-scale.js';
import { suggestedStep } from '../domain/suggested-step.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import {
  listDismissals,
  proposalDecisions,
  type ProposalDecision,
} from '../persistence/proposal-decision.repository.js';
import {
  subjectGroups,
  subjectsAfter,
  subjectsWithIds,
  type NamedSubject,
} from '../persistence/proposal-subjects.query.js';
import type { DismissalList, ProposalPage, ProposalQuery, ProposalView } from '../proposal.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';

type Item = ProposalPage['items'][number];
type Decisions = ReadonlyMap<string, ProposalDecision>;

const BATCH = 500;

/** What could go wrong with each asset and flow, as far as nobody has decided yet. */
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
      const scale = await this.packs.scaleOf(tx, pins);
      const decided = await proposalDecisions(tx, assessmentId);
      const open = await openSubjects(tx, assessmentId, catalog, decided, query);
      const page = open.slice(0, query.limit);
      const decisions = [...decided.values()];
      const all = await countOpen(tx, assessmentId, catalog, decided);
      const words = wordsOf(catalog, scale);
      return {
        items: page.map(({ subject, pairs }) => itemView(subject, pairs.map(words), decisions)),
        nextCursor: open.length > query.limit ? writeCursor(page.at(-1)!.subject) : null,
        total: all.subjects,
        totalIsCapped: false,
        counts: {
          undecided: all.proposals,
          accepted: decisions.filter(({ riskId }) => riskId !== null).length,
          dismissed: decisions.filter(({ riskId }) => riskId === null).length,
        },
      };
    });
  }

  dismissals(assessmentId: string): Promise<DismissalList> {
    return this.db.read(async (tx) => {
      const catalog = await this.packs.threatsOf(await assessmentPins(tx, assessmentId));
      const rows = await listDismissals(tx, assessmentId);
      return {
        items: rows.map(({ subjectType, subjectId, subjectName, ...row }) => ({
          ...row,
          ...titlesOf(catalog, row.pairId),
          subject: {
            type: subjectType,
            id: typedId(subjectType === 'asset' ? 'asset' : 'dataFlow', subjectId),
            name: subjectName,
          },
        })),
      };
    });
  }
}

/** How many proposals there are, decided and not. */
export async function countProposals(
  tx: ReadTx,
  assessmentId: string,
  catalog: ThreatCatalog,
): Promise<{ all: number; undecided: number }> {
  const decided = await proposalDecisions(tx, assessmentId);
  const undecided = (await countOpen(tx, assessmentId, catalog, decided)).proposals;
  return { all: decided.size + undecided, undecided };
}

/** Undecided proposals, and the assets and flows that have any. Those alike are looked at once. */
async function countOpen(
  tx: ReadTx,
  assessmentId: string,
  catalog: ThreatCatalog,
  decided: Decisions,
): Promise<{ subjects: number; proposals: number }> {
  const counts = { subjects: 0, proposals: 0 };
  const decidedOn = [...new Set([...decided.values()].map(({ subjectId }) => subjectId))];
  for (const { id, subjects, ...group } of await subjectGroups(tx, assessmentId, decidedOn)) {
    const { length } = openProposals(catalog.pairs, { ...group, id: id ?? '' }, decided);
    counts.proposals += subjects * length;
    if (length > 0) counts.subjects += subjects;
  }
  return counts;
}

interface OpenSubject {
  subject: NamedSubject;
  pairs: ThreatPair[];
}

/** The one that was asked for, also with nothing left; else the next with something open, and one more where there is one. */
async function openSubjects(
  tx: ReadTx,
  assessmentId: string,
  { pairs }: ThreatCatalog,
  decided: Decisions,
  { assetId, flowId, cursor, limit }: ProposalQuery,
): Promise<OpenSubject[]> {
  const withPairs = (subject: NamedSubject) => ({ subject, pairs: openProposals(pairs, subject, decided) });
  const asked = assetId ?? flowId;
  if (asked !== undefined) return (await subjectsWithIds(tx, assessmentId, [asked])).map(withPairs);
  const open: OpenSubject[] = [];
  let after = cursor === undefined ? null : readCursor(cursor);
  for (;;) {
    const batch = await subjectsAfter(tx, assessmentId, after, BATCH);
    open.push(...batch.map(withPairs).filter((one) => one.pairs.length > 0));
    if (open.length > limit || batch.length < BATCH) return open;
    after = batch.at(-1)!;
  }
}

function itemView(
  subject: NamedSubject,
  proposals: ProposalView[],
  decisions: readonly ProposalDecision[],
): Item {
  const { type, id, tag, name, kind } = subject;
  const own = decisions.filter(({ subjectId }) => subjectId === id);
  return {
    type,
    id: typedId(type === 'asset' ? 'asset' : 'dataFlow', id),
    tag,
    name,
    kind,
    accepted: own.filter(({ riskId }) => riskId !== null).length,
    dismissed: own.filter(({ riskId }) => riskId === null).length,
    proposals,
  };
}

function wordsOf(catalog: ThreatCatalog, scale: RatingScale): (pair: ThreatPair) => ProposalView {
  const threats = new Map(catalog.threats.map((row) => [row.id, row]));
  const vulnerabilities = new Map(catalog.vulnerabilities.map((row) => [row.id, row]));
  const safeguards = new Map(catalog.safeguards.map((row) => [row.id, row]));
  return (pair) => {
    const [threat, vulnerability] = [threats.get(pair.threat)!, vulnerabilities.get(pair.vulnerability)!];
    return {
      pairId: pair.id,
      threat,
      vulnerability,
      rationale: pair.rationale,
      suggestedLikelihood: step(scale.likelihood, pair.suggestedLikelihood),
      suggestedImpact: step(scale.impact, pair.suggestedImpact),
      safeguards: pair.safeguards.flatMap((id) => safeguards.get(id) ?? []),
      citations: [...new Set([...threat.citations, ...vulnerability.citations])],
    };
  };
}

function step(steps: readonly ScaleStep[], suggested: string): { id: string; label: string } | null {
  const id = suggestedStep(steps, suggested);
  return steps.find((candidate) => candidate.id === id) ?? null;
}

function titlesOf(catalog: ThreatCatalog, pairId: string): { threat: string; vulnerability: string } {
  const pair = catalog.pairs.find((candidate) => candidate.id === pairId);
  return {
    threat: catalog.threats.find((row) => row.id === pair?.threat)?.title ?? '',
    vulnerability: catalog.vulnerabilities.find((row) => row.id === pair?.vulnerability)?.title ?? '',
  };
}

function writeCursor({ type, id }: NamedSubject): string {
  return typedId(type === 'asset' ? 'asset' : 'dataFlow', id);
}

/** A mark that names nothing begins again at the front. */
function readCursor(cursor: string): Pick<NamedSubject, 'type' | 'id'> | null {
  if (!/^(ast|flw)_[0-9a-f]{32}$/.test(cursor)) return null;
  return { type: cursor.startsWith('ast') ? 'asset' : 'data-flow', id: uuidOf(cursor) };
}
