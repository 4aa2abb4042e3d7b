import { askingOf, type Asking, type Questionnaire } from '../../compliance/index.js';
import type { ReportedAnswer, ReportedEvidence } from '../persistence/report-answers.query.js';
import type { AssessmentReport, ReportSection } from '../report/assessment-report.schema.js';

export type NameOf = (memberId: string) => string;

/**
 * Every question with its answer, as the questionnaire orders them. What is not asked stands there with the reason, and an
 * answer that was kept for it is told as one that does not count.
 */
export function reportSections(
  questionnaire: Questionnaire,
  answers: readonly ReportedAnswer[],
  evidence: ReadonlyMap<string, ReportedEvidence[]>,
  nameOf: NameOf,
): AssessmentReport['sections'] {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const given = new Map(answers.map(({ questionId, optionId }) => [questionId, optionId]));
  const asking = askingOf(questionnaire, given);
  return questionnaire.sections.map(({ id, title, intro, questions }) => ({
    id,
    title,
    intro,
    questions: questions.map((question) => {
      const answer = byQuestion.get(question.id);
      const option = answer && question.options.find((candidate) => candidate.id === answer.optionId);
      const notAsked = notAskedView(asking.get(question.id)!, option?.text ?? answer?.optionId ?? null);
      return {
        id: question.id,
        text: question.text,
        citations: [...question.citations],
        designation: question.designation,
        answer:
          answer && !notAsked
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
        notAsked,
      } satisfies ReportSection['questions'][number];
    }),
  }));
}

function notAskedView(
  asking: Asking,
  kept: string | null,
): NonNullable<ReportSection['questions'][number]['notAsked']> | null {
  if (asking.state === 'asked') return null;
  return {
    questionId: asking.gate.id,
    text: asking.gate.text,
    answer: asking.state === 'not-asked' ? asking.option.text : null,
    kept,
  };
}

export function evidenceView(
  evidence: readonly ReportedEvidence[] = [],
  nameOf: NameOf,
): AssessmentReport['actions'][number]['evidence'] {
  return evidence.map(({ subjectId: _subject, ...rest }) => ({ ...rest, addedBy: nameOf(rest.addedBy) }));
}
