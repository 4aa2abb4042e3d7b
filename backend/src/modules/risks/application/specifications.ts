import type { ReadTx } from '../../../platform/database/tenant-db.js';
import {
  askingOf,
  type Asking,
  type Questionnaire,
  type Requirement,
  type Requirements,
  type Standing,
} from '../../compliance/index.js';
import { isAnsweredInPlace, isContradicted } from '../domain/addressable.js';
import { decisionsOf, type StoredDecision } from '../persistence/addressable-decision.repository.js';
import { optionsOf, standingsOf, type GivenAnswer } from '../persistence/answer-standings.js';
import type { SpecificationView } from '../specification.schemas.js';

/** What the specifications of an analysis are judged by. */
export interface SpecificationPacks {
  questionnaire: Questionnaire;
  requirements: Requirements;
}

/** The label of the regulation decides, whatever a question set prints. 45 CFR 164.306(d) */
export function addressableOf({ requirements }: Requirements): Requirement[] {
  return requirements.filter(
    ({ designation, kind }) => designation === 'Addressable' && kind === 'implementation_specification',
  );
}

/** As the answers and the decisions of this analysis have it: neither evidence nor what went before. */
export type DecidedSpecification = Omit<SpecificationView, 'decision' | 'earlier'> & {
  decision: StoredDecision | null;
};

/** Every addressable specification with what was answered about it and what was decided. */
export async function readSpecifications(
  tx: ReadTx,
  assessmentId: string,
  packs: SpecificationPacks,
): Promise<DecidedSpecification[]> {
  const decisions = await decisionsOf(tx, assessmentId);
  const given = await standingsOf(tx, assessmentId);
  const standards = new Map(packs.requirements.requirements.map((row) => [row.citation, row.title]));
  const questions = questionsByRequirement(packs.questionnaire);
  const asking = askingOf(packs.questionnaire, optionsOf(given));
  return addressableOf(packs.requirements).map((row) => {
    const asked = questions.get(row.id) ?? [];
    const answers = answersAbout(asked, given, asking);
    return specificationOf(row, {
      decision: decisions.get(row.id) ?? null,
      answers,
      standings: answers.map(({ questionId, standing }) => standing ?? impliedBy(asking.get(questionId)!)),
      standardTitle: row.standard === null ? null : (standards.get(row.standard) ?? row.standard),
    });
  });
}

interface Known {
  decision: StoredDecision | null;
  answers: SpecificationView['answers'];
  standings: readonly (Standing | null)[];
  standardTitle: string | null;
}

function specificationOf(
  row: Requirement,
  { decision, answers, standings, standardTitle }: Known,
): DecidedSpecification {
  return {
    requirementId: row.id,
    citation: row.citation,
    title: row.title,
    summary: row.summary,
    inPractice: row.inPractice,
    standard: row.standard === null ? null : { citation: row.standard, title: standardTitle! },
    answers,
    decision,
    proposed: decision === null && isAnsweredInPlace(standings),
    contradicted: isContradicted(decision?.decision ?? null, standings),
  };
}

/** What is not asked stands as the answer says that leads past it: without a plan, nobody tests one. */
function impliedBy(asking: Asking): Standing | null {
  return asking.state === 'not-asked' ? asking.option.standing : null;
}

interface AskedQuestion {
  sectionId: string;
  question: Questionnaire['sections'][number]['questions'][number];
}

function questionsByRequirement({ sections }: Questionnaire): Map<string, AskedQuestion[]> {
  const byRequirement = new Map<string, AskedQuestion[]>();
  for (const section of sections) {
    for (const question of section.questions) {
      for (const id of question.requirementIds) {
        const asked = byRequirement.get(id) ?? [];
        asked.push({ sectionId: section.id, question });
        byRequirement.set(id, asked);
      }
    }
  }
  return byRequirement;
}

function answersAbout(
  asked: readonly AskedQuestion[],
  given: ReadonlyMap<string, GivenAnswer>,
  asking: ReadonlyMap<string, Asking>,
): SpecificationView['answers'] {
  return asked.map(({ sectionId, question }) => {
    const { state } = asking.get(question.id)!;
    const answer = state === 'asked' ? given.get(question.id) : undefined;
    return {
      questionId: question.id,
      sectionId,
      text: question.text,
      asked: state !== 'not-asked',
      standing: answer?.standing ?? null,
      optionText: answer
        ? (question.options.find(({ id }) => id === answer.optionId)?.text ?? answer.optionId)
        : null,
    };
  });
}
