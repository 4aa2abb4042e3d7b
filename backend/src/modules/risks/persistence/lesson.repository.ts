import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { LessonRecord } from './lesson.record.js';

export type NewLesson = Pick<
  LessonRecord,
  'actionId' | 'kind' | 'title' | 'ownerId' | 'dueOn' | 'recordedBy'
>;

export async function insertLesson(tx: WriteTx, draft: NewLesson): Promise<LessonRecord> {
  const lesson: LessonRecord = {
    ...draft,
    organizationId: tx.organizationId,
    id: newId(),
    doneOn: null,
    doneBy: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(LessonRecord, lesson);
  return lesson;
}

export function findLesson(tx: WriteTx, id: string): Promise<LessonRecord | null> {
  return tx.manager.findOneBy(LessonRecord, { organizationId: tx.organizationId, id });
}

export async function deleteLesson(tx: WriteTx, id: string): Promise<void> {
  await tx.manager.delete(LessonRecord, { organizationId: tx.organizationId, id });
}

export function countLessons(tx: WriteTx, actionId: string): Promise<number> {
  return tx.manager.countBy(LessonRecord, { organizationId: tx.organizationId, actionId });
}
