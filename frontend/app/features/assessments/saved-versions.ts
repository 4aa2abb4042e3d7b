import type { Answer } from './questionnaire';

// By answer: the version that the last save of this tab made. The page itself learns of it late, when it is drawn
// slowly, or never, when it is left meanwhile.
const versions = new Map<string, number>();

/** Names an answer in the browser: the same question stands in each analysis that was made with its pack. */
export function answerKey(assessmentId: string, questionId: string): string {
  return `answer:${assessmentId}:${questionId}`;
}

export function forgetSaved(key: string): void {
  versions.delete(key);
}

/** For the action in the browser: what it answered, before any page is drawn from it. */
export function rememberSaved<Outcome>(assessmentId: string, outcome: Outcome): Outcome {
  if (isSaved(outcome)) versions.set(answerKey(assessmentId, outcome.questionId), outcome.saved.version);
  return outcome;
}

/** Undefined after a refusal, and before the first save. */
export function savedVersion(key: string): number | undefined {
  return versions.get(key);
}

function isSaved(outcome: unknown): outcome is { questionId: string; saved: Pick<Answer, 'version'> } {
  return typeof outcome === 'object' && outcome !== null && 'saved' in outcome;
}
