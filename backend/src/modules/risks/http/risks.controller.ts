import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ChangeRisk } from '../application/change-risk.js';
import { ChangeRiskSubjects } from '../application/change-risk-subjects.js';
import { CreateRisk } from '../application/create-risk.js';
import { ExportRisks } from '../application/export-risks.js';
import { ExportTrend } from '../application/export-trend.js';
import { ListRisks } from '../application/list-risks.js';
import { RiskHeatMap } from '../application/risk-heat-map.js';
import { RiskTrend } from '../application/risk-trend.js';
import { ShowRisk } from '../application/show-risk.js';
import { ShowScalesInUse } from '../application/show-scales-in-use.js';
import {
  changeSubjectsRequest,
  createRiskRequest,
  heatMapQuery,
  heatMapView,
  riskExportQuery,
  riskListQuery,
  riskPage,
  riskView,
  updateRiskRequest,
  type ChangeSubjectsRequest,
  type CreateRiskRequest,
  type HeatMapQuery,
  type RiskExportQuery,
  type RiskListQuery,
  type UpdateRiskRequest,
} from '../risk.schemas.js';
import { scalesInUseQuery, scalesInUseView, type ScalesInUseQuery } from '../scales-in-use.schemas.js';
import { riskTrendView } from '../trend.schemas.js';

@Controller('risks')
export class RisksController {
  constructor(
    private readonly listRisks: ListRisks,
    private readonly exportRisks: ExportRisks,
    private readonly heatMap: RiskHeatMap,
    private readonly scalesInUse: ShowScalesInUse,
    private readonly trend: RiskTrend,
    private readonly exportTrend: ExportTrend,
    private readonly createRisk: CreateRisk,
    private readonly showRisk: ShowRisk,
    private readonly changeRisk: ChangeRisk,
    private readonly changeSubjects: ChangeRiskSubjects,
  ) {}

  @Get()
  @RequirePermission('risk:read')
  @AsOf()
  @Returns(riskPage)
  list(@Query({ schema: riskListQuery }) query: RiskListQuery) {
    return this.listRisks.execute(query);
  }

  @Get('export.:format')
  @RequirePermission('report:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: riskExportQuery }) query: RiskExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportRisks.execute(format, query));
  }

  @Get('heat-map')
  @RequirePermission('risk:read')
  @AsOf()
  @Returns(heatMapView)
  showHeatMap(@Query({ schema: heatMapQuery }) query: HeatMapQuery) {
    return this.heatMap.execute(query.assessmentId);
  }

  @Get('scales')
  @RequirePermission('risk:read')
  @Returns(scalesInUseView)
  showScales(@Query({ schema: scalesInUseQuery }) { assessmentId }: ScalesInUseQuery) {
    return this.scalesInUse.execute(assessmentId);
  }

  @Get('trend')
  @RequirePermission('risk:read')
  @Returns(riskTrendView)
  showTrend() {
    return this.trend.execute();
  }

  @Get('trend/export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async downloadTrend(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportTrend.execute(format));
  }

  @Post()
  @RequirePermission('risk:write')
  @Returns(riskView, 201)
  create(@Body({ schema: createRiskRequest }) body: CreateRiskRequest) {
    return this.createRisk.execute(body);
  }

  @Get(':id')
  @RequirePermission('risk:read')
  @Returns(riskView)
  show(@Param('id', { schema: idIn('risk') }) id: string) {
    return this.showRisk.execute(id);
  }

  @Patch(':id')
  @RequirePermission('risk:write')
  @Returns(riskView)
  update(
    @Param('id', { schema: idIn('risk') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateRiskRequest }) body: UpdateRiskRequest,
  ) {
    return this.changeRisk.execute(id, version, body);
  }

  /** Puts assets and data flows to a risk, or takes them off. */
  @Post(':id/subjects')
  @RequirePermission('risk:write')
  @Returns(riskView)
  setSubjects(
    @Param('id', { schema: idIn('risk') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: changeSubjectsRequest }) body: ChangeSubjectsRequest,
  ) {
    return this.changeSubjects.execute(id, version, body);
  }
}
