import { opensGate } from './gates.js';
import type { PackProblem } from './pack-problem.js';
import type { AskedWhen, Question } from './questionnaire.js';

/** Gates that nobody could walk through, or that are none. Questions come in the order in which they are asked. */
export function gateProblems(questions: readonly Question[]): PackProblem[] {
  const places = new Map(questions.map(({ id }, place) => [id, place]));
  const byId = new Map(questions.map((question) => [question.id, question]));
  return questions.flatMap((question, place) => {
    const { askedWhen } = question;
    if (!askedWhen) return [];
    const problem = (message: string): PackProblem => ({ path: `${question.id}.askedWhen`, message });
    const gate = byId.get(askedWhen.question);
    if (!gate) return [problem(`${askedWhen.question} is no question of this pack.`)];
    if (gate === question) return [problem('It waits for its own answer.')];
    if (leadsBackTo(question, byId))
      return [problem(`It waits for ${gate.id}, which waits for it: a circle.`)];
    if (places.get(gate.id)! > place)
      return [problem(`${gate.id} comes later. A question waits for an earlier one.`)];
    return answerProblems(gate, askedWhen).map(problem);
  });
}

/** Whether somebody who goes from gate to gate comes back to where they began. */
function leadsBackTo(start: Question, byId: ReadonlyMap<string, Question>): boolean {
  const seen = new Set<string>();
  let at = byId.get(start.askedWhen!.question);
  while (at && at !== start && !seen.has(at.id)) {
    seen.add(at.id);
    at = at.askedWhen && byId.get(at.askedWhen.question);
  }
  return at === start;
}

function answerProblems(gate: Question, askedWhen: AskedWhen): string[] {
  const known = new Set(gate.options.map(({ id }) => id));
  const unknown = (askedWhen.options ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) return unknown.map((id) => `${id} is no answer to ${gate.id}.`);
  const opening = gate.options.filter((option) => opensGate(askedWhen, option)).length;
  if (opening === 0) return [`No answer to ${gate.id} leads here: it is never asked.`];
  if (opening === gate.options.length) return [`Every answer to ${gate.id} leads here: that is no gate.`];
  return [];
}
