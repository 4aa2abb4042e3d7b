import type { ListedOption, ListedQuestion } from './listed.js';
import { sameWords } from './same-words.js';

export type Found<T> = { found: T } | { reason: string; choices?: string[] };

/** The questions of a set, to be found by id or by their words. */
export class QuestionFinder {
  private readonly byId: ReadonlyMap<string, ListedQuestion>;
  private readonly byWords: ReadonlyMap<string, readonly ListedQuestion[]>;

  constructor(questions: ReadonlyMap<string, ListedQuestion>) {
    const all = [...questions.values()];
    this.byId = new Map(all.map((indexed) => [sameWords(indexed.question.id), indexed]));
    const byWords = new Map<string, ListedQuestion[]>();
    for (const indexed of all) {
      const words = sameWords(indexed.question.text);
      byWords.set(words, [...(byWords.get(words) ?? []), indexed]);
    }
    this.byWords = byWords;
  }

  /**
   * Sets share ids (each begins with S1-Q1) and never words: where a row has both, they have to name the same question.
   * An id that this set has not belongs to another tool; then the words decide alone.
   */
  find(id: string, words: string): Found<ListedQuestion> {
    const ofId = id === '' ? undefined : this.byId.get(sameWords(id));
    if (words === '')
      return ofId ? { found: ofId } : { reason: `These questions have none with the id “${id}”.` };
    const ofWords = this.byWords.get(sameWords(words)) ?? [];
    if (ofId) {
      if (ofWords.includes(ofId)) return { found: ofId };
      return {
        reason: `Here, ${ofId.question.id} asks: “${ofId.question.text}” The row asks something else. Remove the id or the words, whichever is wrong.`,
      };
    }
    if (ofWords.length === 1) return { found: ofWords[0]! };
    return {
      reason:
        ofWords.length > 1
          ? `Several questions have these words: ${ofWords.map(({ question }) => question.id).join(', ')}. Write the id.`
          : 'None of these questions has these words. Write the id, or the words as they are asked here.',
    };
  }
}

/** An answer by its id, its words, or both as “Possible answers” writes them: “b: In part”. */
export function findOption(options: readonly ListedOption[], answer: string): Found<ListedOption> {
  const given = sameWords(answer);
  const option =
    options.find(({ id }) => sameWords(id) === given) ??
    options.find(({ text }) => sameWords(text) === given) ??
    options.find((candidate) => sameWords(possibleAnswer(candidate)) === given);
  if (option) return { found: option };
  return { reason: 'This is none of the possible answers.', choices: options.map(possibleAnswer) };
}

export function possibleAnswer({ id, text }: ListedOption): string {
  return `${id}: ${text}`;
}
