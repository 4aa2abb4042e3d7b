import type { ReadTx, TenantDb } from '../../../platform/database/tenant-db.js';
import { progressOf, wholeProgress } from '../../compliance/index.js';
import type { ChecklistCounts } from '../domain/checklist-facts.js';
import type { SignOffFacts } from '../domain/sign-off.js';
import { signOffRows, type SignOffRows } from '../persistence/sign-off-facts.query.js';
import { countProposals } from './proposal-counts.js';
import type { PacksOfReport } from './report-packs.js';
import { readSpecifications, type DecidedSpecification } from './specifications.js';

export interface CountedSignOff {
  facts: SignOffFacts;
  counts: ChecklistCounts;
  checklist: SignOffRows['checklist'];
  specifications: DecidedSpecification[];
}

function citationsOf(specifications: readonly DecidedSpecification[]): string[] {
  return specifications.map(({ citation }) => citation.replace('45 CFR ', ''));
}

/** What stands and what is missing, counted. */
export async function readSignOffFacts(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
): Promise<CountedSignOff> {
  return counted(packs, {
    rows: await signOffRows(tx, assessmentId),
    proposals: await countProposals(tx, assessmentId, packs.threats),
    specifications: await readSpecifications(tx, assessmentId, packs),
  });
}

/** The same for a page, its dear parts at the same time: what is signed is read in one transaction. */
export async function readSignOffFactsTogether(
  db: TenantDb,
  assessmentId: string,
  packs: PacksOfReport,
): Promise<CountedSignOff> {
  const [rows, [proposals, specifications]] = await Promise.all([
    db.read((tx) => signOffRows(tx, assessmentId)),
    db.read(
      async (tx) =>
        [
          await countProposals(tx, assessmentId, packs.threats),
          await readSpecifications(tx, assessmentId, packs),
        ] as const,
    ),
  ]);
  return counted(packs, { rows, proposals, specifications });
}

interface SignOffParts {
  rows: SignOffRows;
  proposals: { all: number; undecided: number };
  specifications: DecidedSpecification[];
}

function counted(packs: PacksOfReport, { rows, proposals, specifications }: SignOffParts): CountedSignOff {
  const progress = progressOf(packs.questionnaire, new Map(Object.entries(rows.given)));
  const sections = packs.questionnaire.sections.map(({ id, title }, place) => ({
    id,
    title,
    unanswered: progress[place]!.unanswered,
  }));
  const { answered, total } = wholeProgress(progress);
  const tests = packs.requirements.analysisTests.map(({ id, title }) => ({
    id,
    title,
    met: rows.checklist[id]?.met ?? null,
  }));
  return {
    facts: {
      ...rows,
      sections,
      tests,
      undecidedProposals: proposals.undecided,
      undecidedSpecifications: citationsOf(specifications.filter(({ decision }) => decision === null)),
      contradictedSpecifications: citationsOf(specifications.filter(({ contradicted }) => contradicted)),
    },
    specifications,
    counts: {
      ...rows,
      questions: total,
      answers: answered,
      notAsked: progress.reduce((sum, { notAsked }) => sum + notAsked, 0),
      proposals: proposals.all,
      undecidedProposals: proposals.undecided,
    },
    checklist: rows.checklist,
  };
}
