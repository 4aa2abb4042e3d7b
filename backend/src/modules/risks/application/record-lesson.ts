import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import type { ActionView } from '../action.schemas.js';
import { mayRecordLesson, teaches } from '../domain/lesson.js';
import type { RecordLessonRequest } from '../lesson.schemas.js';
import { refuseUnlessOwner } from '../persistence/active-member.js';
import { countLessons, insertLesson } from '../persistence/lesson.repository.js';
import { findAction } from '../persistence/remediation-action.repository.js';
import { LessonObligation } from './lesson-obligation.js';
import { registerViewer } from './register-viewer.js';
import { ShowAction } from './show-action.js';
import { notYours } from './work-context.js';

const MOST = 50;

/** Writes down what a fix taught: a document to update or a standard to change, by whom and until when. */
@Injectable()
export class RecordLesson {
  constructor(
    private readonly db: TenantDb,
    private readonly obligation: LessonObligation,
    private readonly show: ShowAction,
  ) {}

  execute(actionId: string, request: RecordLessonRequest): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const viewer = registerViewer();
      const action = await findAction(tx, actionId);
      if (!action || (!viewer.seesAll && action.ownerId !== viewer.memberId)) throw notFound('action');
      if (!teaches(action.status)) throw notDone();
      if (!mayRecordLesson(action, viewer)) throw notYours();
      await refuseUnlessOwner(tx, request.ownerId, 'ownerId');
      if ((await countLessons(tx, actionId)) >= MOST)
        throw invalidField('title', `An action teaches at most ${MOST} things.`);
      const lesson = await insertLesson(tx, {
        ...request,
        actionId,
        dueOn: calendarDate(request.dueOn),
        recordedBy: viewer.memberId,
      });
      await this.obligation.follow(tx, lesson);
      tx.audit.record({
        action: 'lesson.recorded',
        target: { type: 'remediation-lesson', id: lesson.id },
        parent: { type: 'remediation-action', id: actionId },
        detail: { kind: lesson.kind },
      });
      return this.show.within(tx, actionId);
    });
  }
}

function notDone(): DomainError {
  return new DomainError(
    'lesson.not-done',
    'conflict',
    'This action is not done yet. Write down what it taught once it is.',
  );
}
