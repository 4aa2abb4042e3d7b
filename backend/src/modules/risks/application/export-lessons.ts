import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { LessonExportQuery, LessonView } from '../lesson.schemas.js';
import { ShowLessons } from './show-lessons.js';

/** What fixes taught as a file, under the filters of the view. */
@Injectable()
export class ExportLessons {
  constructor(
    private readonly db: TenantDb,
    private readonly lessons: ShowLessons,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: LessonExportQuery): Promise<TableFile> {
    const { total, totalIsCapped } = await this.lessons.list({ ...query, limit: 1 });
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'lesson.exported',
        target: { type: 'remediation-lesson', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.lessons.list({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'lessons', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<LessonView>[] = [
  { key: 'title', heading: 'What is to change', value: ({ title }) => title },
  { key: 'kind', heading: 'Kind', value: ({ kind }) => kind, words: codeWords.lessonKind },
  {
    key: 'action',
    heading: 'From',
    value: ({ action }) =>
      action.title === null ? `A-${action.number}` : `A-${action.number} ${action.title}`,
  },
  {
    key: 'actionStatus',
    heading: 'Status of the action',
    value: ({ action }) => action.status,
    words: codeWords.actionStatus,
  },
  { key: 'owner', heading: 'Who sees to it', value: ({ owner }) => owner.name },
  { key: 'dueOn', heading: 'Due on', value: ({ dueOn }) => dueOn },
  { key: 'overdue', heading: 'Overdue', value: ({ overdue }) => overdue },
  { key: 'doneOn', heading: 'Done on', value: ({ doneOn }) => doneOn },
  { key: 'recordedBy', heading: 'Written down by', value: ({ recordedBy }) => recordedBy.name },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
  { key: 'createdAt', heading: 'Added at', value: ({ createdAt }) => createdAt },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt },
];
