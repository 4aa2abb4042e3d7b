import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import { Obligations, type ObligationRef } from '../../obligations/index.js';
import type { LessonRecord } from '../persistence/lesson.record.js';

/** Documentation is reviewed and updated in response to changes that affect the security of ePHI. */
const CITATION = '45 CFR 164.316(b)(2)(iii)';
const RULE = 'own-lesson/1';

/** Keeps the obligation of a lesson as it says: its owner is reminded until it is done. */
@Injectable()
export class LessonObligation {
  constructor(private readonly obligations: Obligations) {}

  async follow(tx: WriteTx, lesson: LessonRecord): Promise<void> {
    const ref = refOf(lesson);
    if (lesson.doneOn !== null) return this.obligations.meet(tx, ref, lesson.doneOn);
    const wanted = {
      ...ref,
      title: en.risks.lessonDue(lesson.kind, lesson.title),
      dueOn: lesson.dueOn,
      citation: CITATION,
      ruleVersion: RULE,
      facts: { actionId: lesson.actionId },
      ownerId: lesson.ownerId,
    };
    await this.obligations.follow(tx, ref, wanted, en.risks.lessonChanged);
  }

  end(tx: WriteTx, lesson: LessonRecord): Promise<void> {
    return this.obligations.cancel(tx, refOf(lesson), en.risks.lessonRemoved);
  }
}

function refOf(lesson: LessonRecord): ObligationRef {
  return { kind: 'remediation-lesson.due', subject: { type: 'remediation-lesson', id: lesson.id } };
}
