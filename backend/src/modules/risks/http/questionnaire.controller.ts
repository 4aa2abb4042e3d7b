import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import {
  answerView,
  packRowId,
  saveAnswerRequest,
  sectionView,
  type SaveAnswerRequest,
} from '../answer.schemas.js';
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
  ) {}

  @Get(':id/sections/:sectionId')
  @RequirePermission('assessment:read')
  @Returns(sectionView)
  section(@Param('id', assessmentId) id: string, @Param('sectionId', rowId) sectionId: string) {
    return this.showSection.execute(id, sectionId);
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
