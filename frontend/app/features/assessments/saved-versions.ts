import type { Answer } from './questionnaire';

// By question: the version that the last save of this tab made. The page itself learns of it late, when it is drawn
// slowly, or never, when it is left meanwhile.
const versions = new Map<string, number>();

export function forgetSaved(questionId: string): void {
  versions.delete(questionId);
}

/** For the action in the browser: what it answered, before any page is drawn from it. */
export function rememberSaved<Outcome>(outcome: Outcome): Outcome {
  if (isSaved(outcome)) versions.set(outcome.questionId, outcome.saved.version);
  return outcome;
}

/** Undefined after a refusal, and before the first save. */
export function savedVersion(questionId: string): number | undefined {
  return versions.get(questionId);
}

function isSaved(outcome: unknown): outcome is { questionId: string; saved: Pick<Answer, 'version'> } {
  return typeof outcome === 'object' && outcome !== null && 'saved' in outcome;
}
