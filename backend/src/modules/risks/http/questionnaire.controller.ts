import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import {
  answerView,
  packRowId,
  saveAnswerRequest,
  sectionView,
  type SaveAnswerRequest,
} from '../answer.schemas.js';
import { ExportAnswers } from '../application/export-answers.js';
import { SaveAnswer } from '../application/save-answer.js';
import { ShowSection } from '../application/show-section.js';
import { SeenVersion } from './seen-version.js';

const assessmentId = { schema: idIn('assessment') };
const rowId = { schema: packRowId };

@Controller('assessments')
export class QuestionnaireController {
  constructor(
    private readonly showSection: ShowSection,
    private readonly saveAnswer: SaveAnswer,
    private readonly exportAnswers: ExportAnswers,
  ) {}

  @Get(':id/sections/:sectionId')
  @RequirePermission('assessment:read')
  @Returns(sectionView)
  section(@Param('id', assessmentId) id: string, @Param('sectionId', rowId) sectionId: string) {
    return this.showSection.execute(id, sectionId);
  }

  @Get(':id/answers/export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async download(
    @Param('id', assessmentId) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportAnswers.execute(id, format));
  }

  @Put(':id/answers/:questionId')
  @RequirePermission('assessment:write')
  @Returns(answerView)
  answer(
    @Param('id', assessmentId) id: string,
    @Param('questionId', rowId) questionId: string,
    @SeenVersion() version: number | null,
    @Body({ schema: saveAnswerRequest }) body: SaveAnswerRequest,
  ) {
    return this.saveAnswer.execute(id, questionId, version, body);
  }
}
