import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import {
  askingOf,
  followUpsOf,
  Packs,
  questionsOf,
  type Question,
  type Questionnaire,
} from '../../compliance/index.js';
import type { AnswerView, SaveAnswerRequest } from '../answer.schemas.js';
import { findingOfAnswer } from '../domain/answer-finding.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import {
  answerSituation,
  insertAnswer,
  updateAnswer,
  type AnswerEntry,
  type AnswerSituation,
  type StoredAnswer,
} from '../persistence/answer.repository.js';
import { optionsOf, standingsOf, type GivenAnswer } from '../persistence/answer-standings.js';
import { evidenceOfSubjects } from '../persistence/evidence.query.js';
import { holdGates } from '../persistence/gate-lock.js';
import { answerView } from './answer-view.js';
import { keepFinding } from './keep-finding.js';
import { refuseUnlessAsked } from './refuse-unless-asked.js';
import { settleFollowUps } from './settle-follow-ups.js';

/**
 * Saves what a person answered, if nobody changed it meanwhile, and keeps its finding in line. Several people may
 * work on one analysis; the second to save the same question is told by whom it was changed. An answer to a gate brings
 * what hangs on it in line in the same transaction.
 */
@Injectable()
export class SaveAnswer {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  execute(
    assessmentId: string,
    questionId: string,
    seenVersion: number | null,
    request: SaveAnswerRequest,
  ): Promise<AnswerView> {
    return this.db.write(async (tx) => {
      const { situation, questionnaire, question, given } = await this.look(tx, assessmentId, questionId);
      const option = questionsOf(questionnaire).get(questionId)!.options.get(request.optionId);
      if (!option) throw invalidField('optionId', 'Choose one of the answers.');
      const before = situation.answer;
      if ((before?.version ?? null) !== seenVersion) throw changedBy(before);
      const entry: AnswerEntry = {
        id: before?.id ?? newId(),
        assessmentId,
        questionId,
        optionId: option.id,
        standing: option.standing,
        notes: request.notes,
        answeredBy: currentMember().memberId,
      };
      record(tx, before, entry);
      // Both leave together; if somebody else was first, both are taken back.
      const [saved, finding] = await Promise.all([
        before ? updateAnswer(tx, entry, before.version) : insertAnswer(tx, entry),
        keepFinding(
          tx,
          { assessmentId, source: 'answer', sourceKey: questionId },
          situation.finding,
          findingOfAnswer(question, option),
          'The answer says that this is in place or does not apply.',
        ),
      ]);
      if (!saved) throw changedBy((await answerSituation(tx, assessmentId, questionId)).answer);
      if (given)
        await settleFollowUps(
          tx,
          { assessmentId, questionnaire, gateId: questionId, optionId: option.id },
          given,
        );
      const evidence = situation.hasEvidence ? await evidenceOfSubjects(tx, 'answer', [entry.id]) : null;
      return answerView(after(tx, before, entry), option, finding, evidence?.get(entry.id) ?? []);
    });
  }

  /** What the answer is judged by: of a question at a gate with the answers of the analysis, which stay so until the end. */
  private async look(tx: WriteTx, assessmentId: string, questionId: string): Promise<Look> {
    const situation = await answerSituation(tx, assessmentId, questionId);
    refuseUnlessDraft(situation.status);
    const { questionnairePack, questionnaireVersion } = situation;
    const questionnaire = await this.packs.questionnaire(questionnairePack, questionnaireVersion);
    const question = questionsOf(questionnaire).get(questionId)?.question;
    if (!question) throw notFound('question');
    const isGate = followUpsOf(questionnaire, questionId).length > 0;
    if (!isGate && !question.askedWhen) return { situation, questionnaire, question, given: null };
    await holdGates(tx, assessmentId, isGate ? 'gate' : 'follow-up');
    const given = await standingsOf(tx, assessmentId);
    refuseUnlessAsked(askingOf(questionnaire, optionsOf(given)).get(questionId)!);
    // Somebody may have answered the gate, or this very question, while this waited.
    return {
      situation: await answerSituation(tx, assessmentId, questionId),
      questionnaire,
      question,
      given,
    };
  }
}

interface Look {
  situation: AnswerSituation;
  questionnaire: Questionnaire;
  question: Question;
  /** Null where no gate is near. */
  given: ReadonlyMap<string, GivenAnswer> | null;
}

function after(tx: WriteTx, before: StoredAnswer | null, entry: AnswerEntry): StoredAnswer {
  const { memberId, name } = currentMember();
  return {
    ...entry,
    answeredBy: { id: memberId, name },
    answeredAt: tx.now,
    version: (before?.version ?? 0) + 1,
  };
}

function changedBy(answer: StoredAnswer | null): DomainError {
  const who = answer ? `${answer.answeredBy.name} changed this answer` : 'Somebody else changed this answer';
  return new DomainError(
    'answer.stale',
    'stale',
    `${who} after you opened it. What you entered is kept: compare the two, then save again.`,
  );
}

function record(tx: WriteTx, before: StoredAnswer | null, entry: AnswerEntry): void {
  tx.audit.record({
    action: 'answer.saved',
    target: { type: 'answer', id: entry.id },
    parent: { type: 'assessment', id: entry.assessmentId },
    changes: changesBetween<object>(
      { optionId: before?.optionId ?? null, notes: before?.notes ?? '' },
      { optionId: entry.optionId, notes: entry.notes },
    ),
    detail: { questionId: entry.questionId, optionId: entry.optionId, standing: entry.standing },
  });
}
