import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { Findings } from '../application/findings.js';
import { RefreshFlowFindings } from '../application/refresh-flow-findings.js';
import {
  createFindingRequest,
  findingListQuery,
  findingPage,
  findingView,
  flowFindingChanges,
  updateFindingRequest,
  type CreateFindingRequest,
  type FindingListQuery,
  type UpdateFindingRequest,
} from '../finding.schemas.js';

const assessmentId = { schema: idIn('assessment') };

@Controller()
export class FindingsController {
  constructor(
    private readonly findings: Findings,
    private readonly flowFindings: RefreshFlowFindings,
  ) {}

  @Get('assessments/:id/findings')
  @RequirePermission('assessment:read')
  @Returns(findingPage)
  list(@Param('id', assessmentId) id: string, @Query({ schema: findingListQuery }) query: FindingListQuery) {
    return this.findings.list(id, query);
  }

  @Post('assessments/:id/findings')
  @RequirePermission('assessment:write')
  @Returns(findingView, 201)
  create(
    @Param('id', assessmentId) id: string,
    @Body({ schema: createFindingRequest }) body: CreateFindingRequest,
  ) {
    return this.findings.create(id, body);
  }

  /** Looks at the data flows again: what changed in the inventory since shows as findings. */
  @Post('assessments/:id/findings/refresh')
  @RequirePermission('assessment:write')
  @Returns(flowFindingChanges)
  refresh(@Param('id', assessmentId) id: string) {
    return this.flowFindings.execute(id);
  }

  @Get('findings/:id')
  @RequirePermission('assessment:read')
  @Returns(findingView)
  show(@Param('id', { schema: idIn('finding') }) id: string) {
    return this.findings.show(id);
  }

  @Patch('findings/:id')
  @RequirePermission('assessment:write')
  @Returns(findingView)
  update(
    @Param('id', { schema: idIn('finding') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateFindingRequest }) body: UpdateFindingRequest,
  ) {
    return this.findings.update(id, version, body);
  }
}
