import { text } from '~/session/read-form.server';
import type { LessonKind } from './lesson-words';

export function lessonFrom(form: FormData) {
  return {
    kind: text(form, 'kind') as LessonKind,
    title: text(form, 'title'),
    ownerId: text(form, 'ownerId'),
    dueOn: text(form, 'dueOn'),
  };
}
