import {
  questionsOf,
  type Asking,
  type Question,
  type QuestionIndex,
  type Questionnaire,
} from '../../compliance/index.js';
import type { QuestionView } from '../answer.schemas.js';

type GateView = Pick<QuestionView, 'asking' | 'gate' | 'heldBy' | 'depth'>;

/** Whether a question is asked, after which answers, and what holds it back. */
export function gateView(
  questionnaire: Questionnaire,
  question: Question,
  asking: ReadonlyMap<string, Asking>,
): GateView {
  const index = questionsOf(questionnaire);
  const state = asking.get(question.id)!;
  return {
    asking: state.state,
    gate: directGate(index, question),
    heldBy:
      state.state === 'asked'
        ? null
        : {
            ...named(index, state.gate.id),
            optionText: state.state === 'not-asked' ? state.option.text : null,
          },
    depth: depthOf(index, question),
  };
}

function directGate(index: QuestionIndex, { askedWhen }: Question): QuestionView['gate'] {
  if (!askedWhen) return null;
  return { ...named(index, askedWhen.question), why: askedWhen.why };
}

function named(index: QuestionIndex, id: string) {
  const { question, section } = index.get(id)!;
  return { questionId: id, sectionId: section.id, number: question.number, text: question.text };
}

/** How many gates of its own section stand before it. */
function depthOf(index: QuestionIndex, question: Question): number {
  const section = index.get(question.id)!.section;
  let depth = 0;
  for (let at = question.askedWhen; at; depth += 1) {
    const gate = index.get(at.question)!;
    if (gate.section !== section) break;
    at = gate.question.askedWhen;
  }
  return depth;
}
