import { Body, Controller, Delete, Get, Param, Post, Query, UploadedFile as FromForm } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { AcceptsFile, uploadedFile, type UploadedFile } from '../../inventory/index.js';
import { BringEarlierAnswers } from '../application/bring-earlier-answers.js';
import { noFile } from '../application/earlier-list.js';
import {
  bringEarlierQuery,
  earlierFiles,
  earlierPreview,
  earlierTaken,
  previewEarlierQuery,
  type BringEarlierQuery,
  type PreviewEarlierQuery,
} from '../earlier-answer.schemas.js';

const assessmentId = { schema: idIn('assessment') };
/** Above our own limit of 5 MB, so that our own words answer. */
const MOST_RECEIVED = 8;

@Controller('assessments/:id/earlier-answers')
export class EarlierAnswersController {
  constructor(private readonly earlier: BringEarlierAnswers) {}

  @Get()
  @RequirePermission('assessment:read')
  @Returns(earlierFiles)
  files(@Param('id', assessmentId) id: string) {
    return this.earlier.files(id);
  }

  /** What would become of each row of a CSV file or a workbook; nothing is kept. */
  @Post('preview')
  @RequirePermission('assessment:write')
  @AcceptsFile(MOST_RECEIVED)
  @Returns(earlierPreview)
  preview(
    @Param('id', assessmentId) id: string,
    @Query({ schema: previewEarlierQuery }) { sheet }: PreviewEarlierQuery,
    @FromForm() file: UploadedFile | undefined,
    @Body() body: unknown,
  ) {
    return this.earlier.preview(id, uploadedFile(file, body, 'answers', noFile), sheet ?? null);
  }

  /** Keeps the answers that fit beside their questions. The file is the one that was previewed: `seen` says so. */
  @Post()
  @RequirePermission('assessment:write')
  @AcceptsFile(MOST_RECEIVED)
  @Returns(earlierTaken, 201)
  bringIn(
    @Param('id', assessmentId) id: string,
    @Query({ schema: bringEarlierQuery }) query: BringEarlierQuery,
    @FromForm() file: UploadedFile | undefined,
    @Body() body: unknown,
  ) {
    return this.earlier.bringIn(id, uploadedFile(file, body, 'answers', noFile), query);
  }

  @Delete()
  @RequirePermission('assessment:write')
  @ReturnsNothing()
  takeAway(@Param('id', assessmentId) id: string): Promise<void> {
    return this.earlier.takeAway(id);
  }
}
