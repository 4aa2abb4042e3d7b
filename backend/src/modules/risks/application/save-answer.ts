import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { Packs, questionsOf, type Question, type QuestionOption } from '../../compliance/index.js';
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
import { evidenceOfSubjects } from '../persistence/evidence.query.js';
import { answerView } from './answer-view.js';
import { keepFinding } from './keep-finding.js';

/**
 * Saves what a person answered, if nobody changed it meanwhile, and keeps its finding in line. Several people may
 * work on one analysis; the second to save the same question is told by whom it was changed.
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
      const situation = await answerSituation(tx, assessmentId, questionId);
      refuseUnlessDraft(situation.status);
      const { question, option } = await this.chosen(situation, questionId, request.optionId);
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
      const evidence = situation.hasEvidence ? await evidenceOfSubjects(tx, 'answer', [entry.id]) : null;
      return answerView(after(tx, before, entry), option, finding, evidence?.get(entry.id) ?? []);
    });
  }

  private async chosen(
    situation: AnswerSituation,
    questionId: string,
    optionId: string,
  ): Promise<{ question: Question; option: QuestionOption }> {
    const questionnaire = await this.packs.questionnaire(
      situation.questionnairePack,
      situation.questionnaireVersion,
    );
    const indexed = questionsOf(questionnaire).get(questionId);
    if (!indexed) throw notFound('question');
    const option = indexed.options.get(optionId);
    if (!option) throw invalidField('optionId', 'Choose one of the answers.');
    return { question: indexed.question, option };
  }
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
