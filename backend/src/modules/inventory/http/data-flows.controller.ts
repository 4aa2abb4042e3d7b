import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { DataFlows } from '../application/data-flows.js';
import { DrawDiagram } from '../application/draw-diagram.js';
import { ExportDataFlows } from '../application/export-data-flows.js';
import {
  createDataFlowRequest,
  dataFlowExportQuery,
  dataFlowListQuery,
  dataFlowPage,
  dataFlowView,
  diagramQuery,
  diagramView,
  updateDataFlowRequest,
  type CreateDataFlowRequest,
  type DataFlowExportQuery,
  type DataFlowListQuery,
  type DiagramQuery,
  type UpdateDataFlowRequest,
} from '../data-flow.schemas.js';

@Controller()
export class DataFlowsController {
  constructor(
    private readonly flows: DataFlows,
    private readonly exportFlows: ExportDataFlows,
    private readonly drawDiagram: DrawDiagram,
  ) {}

  @Get('inventory/diagram')
  @RequirePermission('data-flow:read')
  @Returns(diagramView)
  diagram(@Query({ schema: diagramQuery }) query: DiagramQuery) {
    return this.drawDiagram.execute(query);
  }

  @Get('data-flows')
  @RequirePermission('data-flow:read')
  @AsOf()
  @Returns(dataFlowPage)
  list(@Query({ schema: dataFlowListQuery }) query: DataFlowListQuery) {
    return this.flows.list(query);
  }

  @Post('data-flows')
  @RequirePermission('data-flow:write')
  @Returns(dataFlowView, 201)
  create(@Body({ schema: createDataFlowRequest }) body: CreateDataFlowRequest) {
    return this.flows.create(body);
  }

  @Get('data-flows/export.:format')
  @RequirePermission('data-flow:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: dataFlowExportQuery }) filter: DataFlowExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportFlows.execute(format, filter));
  }

  @Get('data-flows/:id')
  @RequirePermission('data-flow:read')
  @Returns(dataFlowView)
  show(@Param('id', { schema: idIn('dataFlow') }) id: string) {
    return this.flows.show(id);
  }

  @Patch('data-flows/:id')
  @RequirePermission('data-flow:write')
  @Returns(dataFlowView)
  update(
    @Param('id', { schema: idIn('dataFlow') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateDataFlowRequest }) body: UpdateDataFlowRequest,
  ) {
    return this.flows.update(id, version, body);
  }
}
