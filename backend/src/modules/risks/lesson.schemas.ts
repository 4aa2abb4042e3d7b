import { z } from 'zod';
import {
  asOfField,
  calendarDateField,
  idIn,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
} from '../../platform/http/schemas.js';
import { LESSON_KINDS } from './domain/lesson.js';
import { actionStatus, memberName } from './risk.schemas.js';

const kind = z.enum(LESSON_KINDS);

/** What a fix taught, to be followed like any duty. */
export const lessonView = z
  .object({
    id: idOut('lesson'),
    kind,
    title: z.string(),
    /** What taught it. Title and status are told to those who may see the action. */
    action: z.object({
      id: idOut('action'),
      number: z.number().int(),
      title: z.string().nullable(),
      status: actionStatus.nullable(),
    }),
    owner: memberName,
    dueOn: z.string(),
    overdue: z.boolean(),
    doneOn: z.string().nullable(),
    recordedBy: memberName,
    allowedActions: z.array(z.enum(['update', 'tick', 'remove'])),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'Lesson' });
export type LessonView = z.infer<typeof lessonView>;
export const lessonPage = pageOf(lessonView).meta({ id: 'LessonPage' });
export type LessonPage = z.infer<typeof lessonPage>;

export const lessonListQuery = z.strictObject({
  asOf: asOfField,
  ...pageQuery,
  state: z.enum(['open', 'done']).optional(),
  actionId: idIn('action').optional(),
  ownerId: idIn('member').optional(),
});
export type LessonListQuery = z.infer<typeof lessonListQuery>;
export const lessonExportQuery = lessonListQuery.omit({ limit: true, cursor: true });
export type LessonExportQuery = z.infer<typeof lessonExportQuery>;

const fields = { kind, title: line(300, 1), ownerId: idIn('member'), dueOn: calendarDateField };

export const recordLessonRequest = z.strictObject(fields).meta({ id: 'RecordLessonRequest' });
export type RecordLessonRequest = z.infer<typeof recordLessonRequest>;

export const updateLessonRequest = z
  .strictObject({ ...fields, doneOn: calendarDateField.nullable() })
  .partial()
  .meta({ id: 'UpdateLessonRequest' });
export type UpdateLessonRequest = z.infer<typeof updateLessonRequest>;
