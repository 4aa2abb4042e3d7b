import type { Questionnaire } from '../../compliance/index.js';
import type { ReportedAnswer, ReportedEvidence } from '../persistence/report-answers.query.js';
import type { AssessmentReport, ReportSection } from '../report/assessment-report.schema.js';

export type NameOf = (memberId: string) => string;

/** Every question with its answer, as the questionnaire orders them. */
export function reportSections(
  questionnaire: Questionnaire,
  answers: readonly ReportedAnswer[],
  evidence: ReadonlyMap<string, ReportedEvidence[]>,
  nameOf: NameOf,
): AssessmentReport['sections'] {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  return questionnaire.sections.map(({ id, title, intro, questions }) => ({
    id,
    title,
    intro,
    questions: questions.map((question) => {
      const answer = byQuestion.get(question.id);
      const option = answer && question.options.find((candidate) => candidate.id === answer.optionId);
      return {
        id: question.id,
        text: question.text,
        citations: [...question.citations],
        designation: question.designation,
        answer: answer
          ? {
              optionText: option?.text ?? answer.optionId,
              standing: answer.standing,
              explanation: option?.explanation ?? '',
              notes: answer.notes,
              answeredBy: nameOf(answer.answeredBy),
              answeredAt: answer.answeredAt,
              evidence: evidenceView(evidence.get(answer.id), nameOf),
            }
          : null,
      } satisfies ReportSection['questions'][number];
    }),
  }));
}

export function evidenceView(
  evidence: readonly ReportedEvidence[] = [],
  nameOf: NameOf,
): AssessmentReport['actions'][number]['evidence'] {
  return evidence.map(({ subjectId: _subject, ...rest }) => ({ ...rest, addedBy: nameOf(rest.addedBy) }));
}
