import { Body, Controller, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { ChangeIncident } from '../application/change-incident.js';
import { CloseIncident } from '../application/close-incident.js';
import { ExportIncidents } from '../application/export-incidents.js';
import { GiveRole } from '../application/give-role.js';
import { ListIncidents } from '../application/list-incidents.js';
import { MoveIncident } from '../application/move-incident.js';
import { ReportIncident } from '../application/report-incident.js';
import { ShowIncident } from '../application/show-incident.js';
import type { IncidentRole } from '../domain/response/incident-kinds.js';
import {
  askToCloseRequest,
  confirmClosingRequest,
  giveRoleRequest,
  incidentExportQuery,
  incidentId,
  incidentListQuery,
  incidentPage,
  incidentReceipt,
  incidentReceipts,
  incidentRole,
  incidentView,
  moveIncidentRequest,
  reportIncidentRequest,
  updateIncidentRequest,
  type AskToCloseRequest,
  type ConfirmClosingRequest,
  type GiveRoleRequest,
  type IncidentExportQuery,
  type IncidentListQuery,
  type MoveIncidentRequest,
  type ReportIncidentRequest,
  type UpdateIncidentRequest,
} from '../incident.schemas.js';

/** Incidents: reported by anybody, led by their commander, closed by two. */
@Controller('incidents')
export class IncidentsController {
  constructor(
    private readonly reportIncident: ReportIncident,
    private readonly listIncidents: ListIncidents,
    private readonly exportIncidents: ExportIncidents,
    private readonly showIncident: ShowIncident,
    private readonly changeIncident: ChangeIncident,
    private readonly moveIncident: MoveIncident,
    private readonly giveRole: GiveRole,
    private readonly closeIncident: CloseIncident,
  ) {}

  @Post()
  @RequirePermission('incident:report')
  @Returns(incidentReceipt, 201)
  report(@Body({ schema: reportIncidentRequest }) body: ReportIncidentRequest) {
    return this.reportIncident.execute(body);
  }

  @Get()
  @RequirePermission('incident:read')
  @AsOf()
  @Returns(incidentPage)
  list(@Query({ schema: incidentListQuery }) query: IncidentListQuery) {
    return this.listIncidents.list(query);
  }

  @Get('mine')
  @RequirePermission('incident:report')
  @Returns(incidentReceipts)
  mine() {
    return this.listIncidents.mine();
  }

  @Get('export.:format')
  @RequirePermission('incident:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: incidentExportQuery }) query: IncidentExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportIncidents.execute(format, query));
  }

  @Get(':id')
  @RequirePermission('incident:read')
  @Returns(incidentView)
  show(@Param('id', { schema: incidentId }) id: string) {
    return this.showIncident.execute(id);
  }

  @Patch(':id')
  @RequirePermission('incident:work')
  @Returns(incidentView)
  update(
    @Param('id', { schema: incidentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateIncidentRequest }) body: UpdateIncidentRequest,
  ) {
    return this.changeIncident.execute(id, version, body);
  }

  @Post(':id/moves')
  @RequirePermission('incident:work')
  @Returns(incidentView)
  move(
    @Param('id', { schema: incidentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: moveIncidentRequest }) body: MoveIncidentRequest,
  ) {
    return this.moveIncident.execute(id, version, body);
  }

  @Put(':id/roles/:role')
  @RequirePermission('incident:work')
  @Returns(incidentView)
  handOver(
    @Param('id', { schema: incidentId }) id: string,
    @Param('role', { schema: incidentRole }) role: IncidentRole,
    @Body({ schema: giveRoleRequest }) { memberId }: GiveRoleRequest,
  ) {
    return this.giveRole.execute(id, role, memberId);
  }

  @Post(':id/closing')
  @RequirePermission('incident:work')
  @Returns(incidentView)
  askToClose(
    @Param('id', { schema: incidentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: askToCloseRequest }) body: AskToCloseRequest,
  ) {
    return this.closeIncident.ask(id, version, body);
  }

  @Post(':id/closing/answer')
  @RequirePermission('incident:close')
  @Returns(incidentView)
  answerClosing(
    @Param('id', { schema: incidentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: confirmClosingRequest }) body: ConfirmClosingRequest,
  ) {
    return this.closeIncident.answer(id, version, body);
  }
}
