import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { AssessmentScope } from '../application/assessment-scope.js';
import { ChangeAssessment } from '../application/change-assessment.js';
import { CreateAssessment } from '../application/create-assessment.js';
import { ExportAssessments } from '../application/export-assessments.js';
import { ExportExclusions } from '../application/export-exclusions.js';
import { ListAssessments } from '../application/list-assessments.js';
import { ShowAssessment } from '../application/show-assessment.js';
import { TakeOverRegister } from '../application/take-over-register.js';
import {
  assessmentExportQuery,
  assessmentListQuery,
  assessmentPage,
  assessmentView,
  createAssessmentRequest,
  excludeAssetRequest,
  exclusionList,
  updateAssessmentRequest,
  type AssessmentExportQuery,
  type AssessmentListQuery,
  type CreateAssessmentRequest,
  type UpdateAssessmentRequest,
} from '../assessment.schemas.js';

const assessmentId = { schema: idIn('assessment') };
const assetId = { schema: idIn('asset') };

@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly listAssessments: ListAssessments,
    private readonly createAssessment: CreateAssessment,
    private readonly showAssessment: ShowAssessment,
    private readonly changeAssessment: ChangeAssessment,
    private readonly takeOverRegister: TakeOverRegister,
    private readonly scope: AssessmentScope,
    private readonly exportAssessments: ExportAssessments,
    private readonly exportExclusions: ExportExclusions,
  ) {}

  @Get()
  @RequirePermission('assessment:read')
  @Returns(assessmentPage)
  list(@Query({ schema: assessmentListQuery }) query: AssessmentListQuery) {
    return this.listAssessments.execute(query);
  }

  @Post()
  @RequirePermission('assessment:write')
  @Returns(assessmentView, 201)
  create(@Body({ schema: createAssessmentRequest }) body: CreateAssessmentRequest) {
    return this.createAssessment.execute(body);
  }

  @Get('export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: assessmentExportQuery }) query: AssessmentExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportAssessments.execute(format, query));
  }

  @Get(':id')
  @RequirePermission('assessment:read')
  @Returns(assessmentView)
  show(@Param('id', assessmentId) id: string) {
    return this.showAssessment.execute(id);
  }

  @Patch(':id')
  @RequirePermission('assessment:write')
  @Returns(assessmentView)
  update(
    @Param('id', assessmentId) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateAssessmentRequest }) body: UpdateAssessmentRequest,
  ) {
    return this.changeAssessment.execute(id, version, body);
  }

  /** The open risks of the signed analysis before it, where it did not take them over when it began. */
  @Post(':id/register-takeover')
  @RequirePermission('assessment:write')
  @Returns(assessmentView)
  takeRegister(@Param('id', assessmentId) id: string, @IfMatch() version: number) {
    return this.takeOverRegister.execute(id, version);
  }

  @Get(':id/exclusions')
  @RequirePermission('assessment:read')
  @Returns(exclusionList)
  exclusions(@Param('id', assessmentId) id: string) {
    return this.scope.list(id);
  }

  @Get(':id/exclusions/export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async downloadExclusions(
    @Param('id', assessmentId) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportExclusions.execute(id, format));
  }

  @Put(':id/exclusions/:assetId')
  @RequirePermission('assessment:write')
  @Returns(exclusionList)
  exclude(
    @Param('id', assessmentId) id: string,
    @Param('assetId', assetId) asset: string,
    @Body({ schema: excludeAssetRequest }) body: { reason: string },
  ) {
    return this.scope.exclude(id, asset, body.reason);
  }

  @Delete(':id/exclusions/:assetId')
  @RequirePermission('assessment:write')
  @Returns(exclusionList)
  include(@Param('id', assessmentId) id: string, @Param('assetId', assetId) asset: string) {
    return this.scope.include(id, asset);
  }
}
