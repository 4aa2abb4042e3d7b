import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { packRowId } from '../answer.schemas.js';
import { DecideSpecifications } from '../application/decide-specifications.js';
import {
  decideSpecificationRequest,
  specificationList,
  type DecideSpecificationRequest,
} from '../specification.schemas.js';
import { SeenVersion } from './seen-version.js';

const assessmentId = { schema: idIn('assessment') };

@Controller('assessments')
export class SpecificationsController {
  constructor(private readonly specifications: DecideSpecifications) {}

  @Get(':id/specifications')
  @RequirePermission('assessment:read')
  @Returns(specificationList)
  list(@Param('id', assessmentId) id: string) {
    return this.specifications.list(id);
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
}
