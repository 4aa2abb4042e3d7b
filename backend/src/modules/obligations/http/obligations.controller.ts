import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ExportObligations } from '../application/export-obligations.js';
import { ListObligations } from '../application/list-obligations.js';
import {
  obligationExportQuery,
  obligationPage,
  obligationQuery,
  obligationView,
  type ObligationExportQuery,
  type ObligationQuery,
} from '../obligation.schemas.js';

@Controller('obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ListObligations,
    private readonly exportObligations: ExportObligations,
  ) {}

  @Get()
  @RequirePermission('obligation:read')
  @Returns(obligationPage)
  list(@Query({ schema: obligationQuery }) query: ObligationQuery) {
    return this.obligations.page(query);
  }

  @Get('export.:format')
  @RequirePermission('obligation:read')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: obligationExportQuery }) query: ObligationExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportObligations.execute(format, query));
  }

  @Get(':id')
  @RequirePermission('obligation:read')
  @Returns(obligationView)
  show(@Param('id', { schema: idIn('obligation') }) id: string) {
    return this.obligations.show(id);
  }
}
