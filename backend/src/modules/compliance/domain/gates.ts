import { questionsOf } from './question-index.js';
import type { AskedWhen, Question, Questionnaire, QuestionOption } from './questionnaire.js';

/** The chosen options by question. */
export type GivenOptions = ReadonlyMap<string, string>;

/**
 * Whether a question is asked, as the answers stand. `waiting`: its gate has no answer yet; `not-asked`: the gate's
 * answer leads past it. The gate is the one that decides, which may be the gate of its gate.
 */
export type Asking =
  | { state: 'asked' }
  | { state: 'waiting'; gate: Question }
  | { state: 'not-asked'; gate: Question; option: QuestionOption };

const ASKED: Asking = { state: 'asked' };

export function opensGate({ options, standings }: AskedWhen, option: QuestionOption): boolean {
  return options?.includes(option.id) ?? standings?.includes(option.standing) ?? false;
}

/**
 * What is asked of a questionnaire, question by question. An answer to what is not asked changes nothing here: it opens
 * no gate, and counts again when its question is asked again.
 */
export function askingOf(questionnaire: Questionnaire, given: GivenOptions): ReadonlyMap<string, Asking> {
  const index = questionsOf(questionnaire);
  const asking = new Map<string, Asking>();
  // A gate stands before what it leads to, so each question finds its gate judged.
  for (const [id, { question }] of index) asking.set(id, askingOfOne(question));
  return asking;

  function askingOfOne({ askedWhen }: Question): Asking {
    if (!askedWhen) return ASKED;
    const gate = index.get(askedWhen.question)!;
    const ofGate = asking.get(askedWhen.question)!;
    if (ofGate.state !== 'asked') return ofGate;
    const option = gate.options.get(given.get(gate.question.id) ?? '');
    if (!option) return { state: 'waiting', gate: gate.question };
    return opensGate(askedWhen, option) ? ASKED : { state: 'not-asked', gate: gate.question, option };
  }
}

/** What an answer to the question may open or shut, however far it is away; empty: it is no gate. */
export function followUpsOf(questionnaire: Questionnaire, questionId: string): Question[] {
  const led = new Set([questionId]);
  const found: Question[] = [];
  for (const { question } of questionsOf(questionnaire).values()) {
    if (!question.askedWhen || !led.has(question.askedWhen.question)) continue;
    led.add(question.id);
    found.push(question);
  }
  return found;
}

export interface SectionProgress {
  id: string;
  /** Asked, and answered. */
  answered: number;
  /** Asked, or perhaps still to be asked: everything that no answer has led past. */
  total: number;
  /** Asked or perhaps still to be asked, without an answer that counts. */
  unanswered: string[];
  notAsked: number;
}

/** How far each section is. Nothing is missing exactly when every question that is asked has an answer. */
export function progressOf(questionnaire: Questionnaire, given: GivenOptions): SectionProgress[] {
  const asking = askingOf(questionnaire, given);
  return questionnaire.sections.map(({ id, questions }) => {
    const open = questions.filter((question) => asking.get(question.id)!.state !== 'not-asked');
    const unanswered = open
      .filter((question) => asking.get(question.id)!.state === 'waiting' || !given.has(question.id))
      .map((question) => question.id);
    return {
      id,
      answered: open.length - unanswered.length,
      total: open.length,
      unanswered,
      notAsked: questions.length - open.length,
    };
  });
}

/** Of the whole questionnaire. */
export function wholeProgress(sections: readonly SectionProgress[]): { answered: number; total: number } {
  return {
    answered: sections.reduce((sum, { answered }) => sum + answered, 0),
    total: sections.reduce((sum, { total }) => sum + total, 0),
  };
}
