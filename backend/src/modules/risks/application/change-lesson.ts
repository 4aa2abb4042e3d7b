import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { lessonActions } from '../domain/lesson.js';
import type { LessonView, UpdateLessonRequest } from '../lesson.schemas.js';
import { refuseUnlessOwner } from '../persistence/active-member.js';
import { LessonRecord } from '../persistence/lesson.record.js';
import { deleteLesson, findLesson } from '../persistence/lesson.repository.js';
import { LessonObligation } from './lesson-obligation.js';
import { registerViewer } from './register-viewer.js';
import { ShowLessons } from './show-lessons.js';

/** Its owner marks a lesson as done; planners change it, or take it back. */
@Injectable()
export class ChangeLesson {
  constructor(
    private readonly db: TenantDb,
    private readonly obligation: LessonObligation,
    private readonly show: ShowLessons,
  ) {}

  execute(id: string, version: number, request: UpdateLessonRequest): Promise<LessonView> {
    return this.db.write(async (tx) => {
      const onlyTicks = Object.keys(request).every((field) => field === 'doneOn');
      const before = await lessonFor(tx, id, version, onlyTicks ? 'tick' : 'update');
      if (request.doneOn && request.doneOn > tx.today)
        throw invalidField('doneOn', 'This day has not come yet.');
      const changes = changesOf(request);
      const after = { ...before, ...changes };
      if (after.ownerId !== before.ownerId) await refuseUnlessOwner(tx, after.ownerId, 'ownerId');
      await saveVersion(
        tx,
        LessonRecord,
        { organizationId: tx.organizationId, id },
        version,
        changes,
        'lesson',
      );
      await this.obligation.follow(tx, after);
      tx.audit.record({
        action: 'lesson.updated',
        ...about(before),
        changes: changesBetween<object>(before, after),
        detail: { kind: after.kind },
      });
      return this.show.within(tx, id);
    });
  }

  remove(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      const lesson = await lessonFor(tx, id, version, 'remove');
      await this.obligation.end(tx, lesson);
      await deleteLesson(tx, id);
      tx.audit.record({ action: 'lesson.removed', ...about(lesson), detail: { kind: lesson.kind } });
    });
  }
}

async function lessonFor(
  tx: WriteTx,
  id: string,
  version: number,
  action: 'update' | 'tick' | 'remove',
): Promise<LessonRecord> {
  const viewer = registerViewer();
  const lesson = await findLesson(tx, id);
  if (!lesson || (!viewer.seesAll && lesson.ownerId !== viewer.memberId)) throw notFound('lesson');
  if (!lessonActions(lesson, viewer).includes(action))
    throw new DomainError(
      'lesson.not-yours',
      'forbidden',
      'Its owner marks this as done. Ask the compliance officer to change it.',
    );
  if (lesson.version !== version) throw stale('lesson');
  return lesson;
}

function changesOf(request: UpdateLessonRequest): Partial<LessonRecord> {
  const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  const doneBy = request.doneOn === undefined ? {} : { doneBy: request.doneOn && registerViewer().memberId };
  return { ...given, ...doneBy };
}

function about(lesson: LessonRecord) {
  return {
    target: { type: 'remediation-lesson', id: lesson.id },
    parent: { type: 'remediation-action', id: lesson.actionId },
  };
}
