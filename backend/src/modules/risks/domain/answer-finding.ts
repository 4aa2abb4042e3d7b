import type { FindingDraft } from './finding.js';

interface AnsweredQuestion {
  findingTitle: string;
  citations: readonly string[];
}
interface ChosenOption {
  text: string;
  standing: 'in-place' | 'partial' | 'gap' | 'unknown' | 'not-applicable';
  explanation: string;
}

/** What an answer says about the safeguard, as a finding: none when it is in place or does not apply. */
export function findingOfAnswer(question: AnsweredQuestion, option: ChosenOption): FindingDraft | null {
  if (option.standing === 'in-place' || option.standing === 'not-applicable') return null;
  const detail = option.explanation ? `${option.text}\n\n${option.explanation}` : option.text;
  return { title: question.findingTitle, detail, citations: question.citations, standing: option.standing };
}
