import type { ActionStatus, ActionViewer } from './action-transitions.js';
import { mayWork } from './action-transitions.js';

/** What a fix may teach: a document says something else now, or the next system is designed another way. */
export const LESSON_KINDS = ['document', 'design-standard'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

/** A fix teaches once it is there. */
export function teaches(status: ActionStatus): boolean {
  return status === 'done' || status === 'validated';
}

/** Whoever did the work, planned it or checks it. */
export function mayRecordLesson(
  action: { status: ActionStatus; ownerId: string | null },
  viewer: ActionViewer,
): boolean {
  return teaches(action.status) && (mayWork(action, viewer) || viewer.validates);
}

export type LessonAction = 'update' | 'tick' | 'remove';

/** Planners change and remove; its owner marks it as done, or not done after all. */
export function lessonActions(lesson: { ownerId: string }, viewer: ActionViewer): LessonAction[] {
  if (viewer.plans) return ['update', 'tick', 'remove'];
  return viewer.works && lesson.ownerId === viewer.memberId ? ['tick'] : [];
}
