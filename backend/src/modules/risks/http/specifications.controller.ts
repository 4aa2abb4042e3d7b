import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { packRowId } from '../answer.schemas.js';
import { ConfirmSpecification } from '../application/confirm-specification.js';
import { DecideSpecifications } from '../application/decide-specifications.js';
import { ExportSpecifications } from '../application/export-specifications.js';
import {
  confirmSpecificationRequest,
  decideSpecificationRequest,
  specificationList,
  type ConfirmSpecificationRequest,
  type DecideSpecificationRequest,
} from '../specification.schemas.js';
import { SeenVersion } from './seen-version.js';

const assessmentId = { schema: idIn('assessment') };

@Controller('assessments')
export class SpecificationsController {
  constructor(
    private readonly specifications: DecideSpecifications,
    private readonly exportSpecifications: ExportSpecifications,
    private readonly confirmSpecification: ConfirmSpecification,
  ) {}

  @Get(':id/specifications')
  @RequirePermission('assessment:read')
  @Returns(specificationList)
  list(@Param('id', assessmentId) id: string) {
    return this.specifications.list(id);
  }

  @Get(':id/specifications/export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async download(
    @Param('id', assessmentId) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportSpecifications.execute(id, format));
  }

  @Post(':id/specifications/as-answered')
  @RequirePermission('assessment:write')
  @Returns(specificationList)
  takeOverAnswers(@Param('id', assessmentId) id: string) {
    return this.specifications.takeOverAnswers(id);
  }

  @Put(':id/specifications/:requirementId')
  @RequirePermission('assessment:write')
  @Returns(specificationList)
  decide(
    @Param('id', assessmentId) id: string,
    @Param('requirementId', { schema: packRowId }) requirementId: string,
    @SeenVersion() version: number | null,
    @Body({ schema: decideSpecificationRequest }) body: DecideSpecificationRequest,
  ) {
    return this.specifications.decide(id, requirementId, version, body);
  }
  /** What the analysis before decided still fits, with its evidence. */
  @Post(':id/specifications/:requirementId/confirmation')
  @RequirePermission('assessment:write')
  @Returns(specificationList)
  confirm(
    @Param('id', assessmentId) id: string,
    @Param('requirementId', { schema: packRowId }) requirementId: string,
    @Body({ schema: confirmSpecificationRequest }) { earlierVersion }: ConfirmSpecificationRequest,
  ) {
    return this.confirmSpecification.execute(id, requirementId, earlierVersion);
  }
}
