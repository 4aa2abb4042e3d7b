import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Lesson = ItemOf<'/api/v1/lessons'>;
export type LessonKind = Lesson['kind'];

export const LESSON_KINDS = ['document', 'design-standard'] as const satisfies readonly LessonKind[];
export const lessonKindWord = (kind: LessonKind) => t(`lessons.kind_${kind}`);

export type LessonState = 'open' | 'overdue' | 'done';
export const LESSON_TONE: Record<LessonState, Tone> = { open: 'info', overdue: 'bad', done: 'good' };
export function lessonState({ doneOn, overdue }: Pick<Lesson, 'doneOn' | 'overdue'>): LessonState {
  if (doneOn) return 'done';
  return overdue ? 'overdue' : 'open';
}
