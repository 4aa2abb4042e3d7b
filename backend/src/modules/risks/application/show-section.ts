import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import {
  askingOf,
  Packs,
  progressOf,
  type Question,
  type QuestionnaireSection,
  type Requirement,
} from '../../compliance/index.js';
import type { AnswerView, QuestionView, SectionView } from '../answer.schemas.js';
import { allowedActions } from '../domain/assessment-actions.js';
import { answersTo } from '../persistence/answer.repository.js';
import { optionsOf, standingsOf } from '../persistence/answer-standings.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { evidenceOfSubjects } from '../persistence/evidence.query.js';
import { answerView } from './answer-view.js';
import { assessmentViewer } from './assessment-viewer.js';
import { earlierAnswers } from './earlier-answers.js';
import { gateView } from './gate-view.js';

/** One section of the questionnaire with what was answered so far. */
@Injectable()
export class ShowSection {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  execute(assessmentId: string, sectionId: string): Promise<SectionView> {
    return this.db.read(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId);
      const questionnaire = await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion);
      const position = questionnaire.sections.findIndex((section) => section.id === sectionId);
      const section = questionnaire.sections[position];
      if (!section) throw notFound('section');
      const answers = await answersTo(
        tx,
        assessmentId,
        section.questions.map((question) => question.id),
      );
      const evidence = await evidenceOfSubjects(
        tx,
        'answer',
        answers.map((answer) => answer.id),
      );
      const byQuestion = new Map(
        answers.map((answer): [string, AnswerView] => {
          const option = section.questions
            .find((question) => question.id === answer.questionId)
            ?.options.find((candidate) => candidate.id === answer.optionId);
          return [
            answer.questionId,
            answerView(answer, option, answer.finding, evidence.get(answer.id) ?? []),
          ];
        }),
      );
      const earlier = await earlierAnswers(tx, pins, section, (of) =>
        this.packs.questionnaire(of.questionnairePack, of.questionnaireVersion),
      );
      // A gate may stand in another section.
      const given = optionsOf(await standingsOf(tx, assessmentId));
      const asking = askingOf(questionnaire, given);
      const { answered, total, notAsked } = progressOf(questionnaire, given)[position]!;
      const requirements = new Map(
        (await this.packs.requirements()).requirements.map((row) => [row.id, row]),
      );
      return {
        assessment: { id: typedId('assessment', pins.id), title: pins.title, status: pins.status },
        official: await this.packs.isOfficial(questionnaire),
        mayAnswer: allowedActions(pins, assessmentViewer()).includes('answer'),
        id: section.id,
        number: section.number,
        title: section.title,
        intro: section.intro,
        answered,
        total,
        notAsked,
        previous: neighbour(questionnaire.sections[position - 1]),
        next: neighbour(questionnaire.sections[position + 1]),
        questions: section.questions.map((question) =>
          questionView(question, requirements, {
            answer: byQuestion.get(question.id) ?? null,
            earlier: earlier.get(question.id) ?? null,
            ...gateView(questionnaire, question, asking),
          }),
        ),
        vulnerabilities: (section.vulnerabilities ?? []).map(({ id, vulnerability, threats }) => ({
          id,
          vulnerability,
          threats: [...threats],
        })),
      };
    });
  }
}

function neighbour(section: QuestionnaireSection | undefined): SectionView['next'] {
  return section ? { id: section.id, title: section.title } : null;
}

function questionView(
  question: Question,
  requirements: ReadonlyMap<string, Requirement>,
  given: Pick<QuestionView, 'answer' | 'earlier' | 'asking' | 'gate' | 'heldBy' | 'depth'>,
): QuestionView {
  return {
    id: question.id,
    number: question.number,
    text: question.text,
    why: question.why,
    evidenceHint: question.evidence,
    designation: question.designation,
    publishedDesignation: question.publishedDesignation ?? null,
    citations: [...question.citations],
    requirements: question.requirementIds.flatMap((id) => {
      const row = requirements.get(id);
      return row ? [{ id, citation: row.citation, title: row.title }] : [];
    }),
    note: question.note ?? null,
    options: question.options.map((option) => ({ ...option })),
    ...given,
  };
}
