import type { AnalysisTest } from '../../compliance/index.js';
import { en } from '../../../platform/messages/en.js';
import { checklistFacts, type ChecklistCounts } from '../domain/checklist-facts.js';

export type ChecklistAnswers = Readonly<
  Record<string, { met: boolean; note: string; by?: string; at?: string }>
>;

export interface ChecklistTest {
  id: string;
  title: string;
  question: string;
  howToShow: string;
  citations: string[];
  met: boolean | null;
  note: string;
  /** A member's id. */
  answeredBy: string | null;
  answeredAt: string | null;
  facts: { label: string; value: string }[];
}

/** OCR's tests of an analysis, what was answered, and beside each what the product counted. */
export function checklistView(
  tests: readonly AnalysisTest[],
  answers: ChecklistAnswers,
  counts: ChecklistCounts,
): ChecklistTest[] {
  return tests.map(({ id, title, question, howToShow, citations }) => {
    const answer = answers[id];
    return {
      id,
      title,
      question,
      howToShow,
      citations: [...citations],
      met: answer?.met ?? null,
      note: answer?.note ?? '',
      answeredBy: answer?.by ?? null,
      answeredAt: answer?.at ?? null,
      facts: checklistFacts(id, counts).map(({ label, value }) => ({ label: en.risks.facts[label], value })),
    };
  });
}
