import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { ChecklistCounts } from '../domain/checklist-facts.js';
import type { SignOffFacts } from '../domain/sign-off.js';
import { signOffRows, type SignOffRows } from '../persistence/sign-off-facts.query.js';
import type { SpecificationView } from '../specification.schemas.js';
import { countProposals } from './list-proposals.js';
import type { PacksOfReport } from './report-packs.js';
import { readSpecifications } from './specifications.js';

export interface CountedSignOff {
  facts: SignOffFacts;
  counts: ChecklistCounts;
  checklist: SignOffRows['checklist'];
  specifications: SpecificationView[];
}

function citationsOf(specifications: readonly SpecificationView[]): string[] {
  return specifications.map(({ citation }) => citation.replace('45 CFR ', ''));
}

/** What stands and what is missing, counted. */
export async function readSignOffFacts(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
): Promise<CountedSignOff> {
  const rows = await signOffRows(tx, assessmentId);
  const proposals = await countProposals(tx, assessmentId, packs.threats);
  const specifications = await readSpecifications(tx, assessmentId, packs);
  const answered = new Set(rows.answered);
  const sections = packs.questionnaire.sections.map(({ id, title, questions }) => ({
    id,
    title,
    unanswered: questions.filter((question) => !answered.has(question.id)).map((question) => question.id),
  }));
  const questions = packs.questionnaire.sections.reduce((sum, section) => sum + section.questions.length, 0);
  const open = sections.reduce((sum, section) => sum + section.unanswered.length, 0);
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
      questions,
      answers: questions - open,
      proposals: proposals.all,
      undecidedProposals: proposals.undecided,
    },
    checklist: rows.checklist,
  };
}
