import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { askingOf, followUpsOf, questionsOf, type Questionnaire } from '../../compliance/index.js';
import { findingOfAnswer } from '../domain/answer-finding.js';
import { optionsOf, type GivenAnswer } from '../persistence/answer-standings.js';
import { findingsOfSource } from '../persistence/finding.repository.js';
import { keepFinding } from './keep-finding.js';

interface AnsweredGate {
  assessmentId: string;
  questionnaire: Questionnaire;
  gateId: string;
  optionId: string;
}

/**
 * What an answer to a gate does to the answers behind it: those that are no longer asked are kept and do not count, and
 * their findings are withdrawn; those that are asked again count as they stand. `given` is as it was before.
 */
export async function settleFollowUps(
  tx: WriteTx,
  { assessmentId, questionnaire, gateId, optionId }: AnsweredGate,
  given: ReadonlyMap<string, GivenAnswer>,
): Promise<void> {
  const options = optionsOf(given);
  const before = askingOf(questionnaire, options);
  const after = askingOf(questionnaire, new Map(options).set(gateId, optionId));
  const isAsked = (asking: typeof before, id: string): boolean => asking.get(id)!.state === 'asked';
  const moved = followUpsOf(questionnaire, gateId).filter(
    ({ id }) => given.has(id) && isAsked(before, id) !== isAsked(after, id),
  );
  if (moved.length === 0) return;
  const findings = new Map(
    (await findingsOfSource(tx, assessmentId, 'answer')).map((finding) => [finding.sourceKey, finding]),
  );
  for (const question of moved) {
    const answer = given.get(question.id)!;
    const option = questionsOf(questionnaire).get(question.id)!.options.get(answer.optionId);
    const counts = isAsked(after, question.id);
    tx.audit.record({
      action: counts ? 'answer.counted-again' : 'answer.set-aside',
      target: { type: 'answer', id: answer.id },
      parent: { type: 'assessment', id: assessmentId },
      detail: { questionId: question.id, gateId },
    });
    const finding = findings.get(question.id) ?? null;
    // What somebody dismissed with a reason stays dismissed for as long as the answer behind it stays.
    if (!counts && finding?.status === 'dismissed') continue;
    await keepFinding(
      tx,
      { assessmentId, source: 'answer', sourceKey: question.id },
      finding,
      counts && option ? findingOfAnswer(question, option) : null,
      `The question is not asked any more, because of the answer to ${gateId}.`,
    );
  }
}
