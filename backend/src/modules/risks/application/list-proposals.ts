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
import type { DismissalList, ProposalPage, ProposalQuery, ProposalView } from '../proposal.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { proposalSubjects, type NamedSubject } from './proposal-subjects.js';

type Item = ProposalPage['items'][number];

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
      const asked = query.assetId ?? query.flowId;
      const subjects = (await proposalSubjects(tx, assessmentId)).filter(
        (subject) => asked === undefined || subject.id === asked,
      );
      const open = subjects
        .map((subject) => ({ subject, pairs: openProposals(catalog.pairs, subject, decided) }))
        .filter(({ pairs }) => pairs.length > 0 || asked !== undefined);
      const from =
        query.cursor === undefined
          ? 0
          : open.findIndex(({ subject }) => subject.id === readCursor(query.cursor!)) + 1;
      const page = open.slice(from, from + query.limit);
      const decisions = [...decided.values()];
      const words = wordsOf(catalog, scale);
      return {
        items: page.map(({ subject, pairs }) => itemView(subject, pairs.map(words), decisions)),
        nextCursor: from + query.limit < open.length ? writeCursor(page.at(-1)!.subject) : null,
        total: open.filter(({ pairs }) => pairs.length > 0).length,
        totalIsCapped: false,
        counts: {
          undecided: open.reduce((sum, { pairs }) => sum + pairs.length, 0),
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
  const subjects = await proposalSubjects(tx, assessmentId);
  const undecided = subjects.reduce(
    (sum, subject) => sum + openProposals(catalog.pairs, subject, decided).length,
    0,
  );
  return { all: decided.size + undecided, undecided };
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
function readCursor(cursor: string): string {
  return /^(ast|flw)_[0-9a-f]{32}$/.test(cursor) ? uuidOf(cursor) : '';
}
