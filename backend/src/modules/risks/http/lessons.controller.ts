import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { actionView } from '../action.schemas.js';
import { ChangeLesson } from '../application/change-lesson.js';
import { ExportLessons } from '../application/export-lessons.js';
import { RecordLesson } from '../application/record-lesson.js';
import { ShowLessons } from '../application/show-lessons.js';
import {
  lessonExportQuery,
  lessonListQuery,
  lessonPage,
  lessonView,
  recordLessonRequest,
  updateLessonRequest,
  type LessonExportQuery,
  type LessonListQuery,
  type RecordLessonRequest,
  type UpdateLessonRequest,
} from '../lesson.schemas.js';

const lessonId = idIn('lesson');

/** What fixes taught, and who follows it. */
@Controller()
export class LessonsController {
  constructor(
    private readonly showLessons: ShowLessons,
    private readonly exportLessons: ExportLessons,
    private readonly recordLesson: RecordLesson,
    private readonly changeLesson: ChangeLesson,
  ) {}

  /** The answer is the action. */
  @Post('actions/:id/lessons')
  @RequirePermission('action:work')
  @Returns(actionView, 201)
  record(
    @Param('id', { schema: idIn('action') }) id: string,
    @Body({ schema: recordLessonRequest }) body: RecordLessonRequest,
  ) {
    return this.recordLesson.execute(id, body);
  }

  @Get('lessons')
  @RequirePermission('action:read')
  @AsOf()
  @Returns(lessonPage)
  list(@Query({ schema: lessonListQuery }) query: LessonListQuery) {
    return this.showLessons.list(query);
  }

  @Get('lessons/export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: lessonExportQuery }) query: LessonExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportLessons.execute(format, query));
  }

  @Get('lessons/:id')
  @RequirePermission('action:read')
  @Returns(lessonView)
  show(@Param('id', { schema: lessonId }) id: string) {
    return this.showLessons.one(id);
  }

  @Patch('lessons/:id')
  @RequirePermission('action:work')
  @Returns(lessonView)
  update(
    @Param('id', { schema: lessonId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateLessonRequest }) body: UpdateLessonRequest,
  ) {
    return this.changeLesson.execute(id, version, body);
  }

  @Delete('lessons/:id')
  @RequirePermission('action:write')
  @ReturnsNothing()
  async remove(@Param('id', { schema: lessonId }) id: string, @IfMatch() version: number): Promise<void> {
    await this.changeLesson.remove(id, version);
  }
}
