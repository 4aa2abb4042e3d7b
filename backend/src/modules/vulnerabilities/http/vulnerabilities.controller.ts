import { Body, Controller, Get, Param, Patch, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { ExportVulnerabilities } from '../application/export-vulnerabilities.js';
import { Vulnerabilities } from '../application/vulnerabilities.js';
import {
  decideVulnerabilityRequest,
  vulnerabilityExportQuery,
  vulnerabilityId,
  vulnerabilityListQuery,
  vulnerabilityPage,
  vulnerabilityView,
  type DecideVulnerabilityRequest,
  type VulnerabilityExportQuery,
  type VulnerabilityListQuery,
} from '../vulnerability.schemas.js';

@Controller('vulnerabilities')
export class VulnerabilitiesController {
  constructor(
    private readonly vulnerabilities: Vulnerabilities,
    private readonly exportVulnerabilities: ExportVulnerabilities,
  ) {}

  @Get()
  @RequirePermission('vulnerability:read')
  @AsOf()
  @Returns(vulnerabilityPage)
  list(@Query({ schema: vulnerabilityListQuery }) query: VulnerabilityListQuery) {
    return this.vulnerabilities.list(query);
  }

  @Get('export.:format')
  @RequirePermission('vulnerability:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: vulnerabilityExportQuery }) filter: VulnerabilityExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportVulnerabilities.execute(format, filter));
  }

  @Get(':id')
  @RequirePermission('vulnerability:read')
  @Returns(vulnerabilityView)
  show(@Param('id', { schema: vulnerabilityId }) id: string) {
    return this.vulnerabilities.show(id);
  }

  @Patch(':id')
  @RequirePermission('vulnerability:write')
  @Returns(vulnerabilityView)
  decide(
    @Param('id', { schema: vulnerabilityId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: decideVulnerabilityRequest }) body: DecideVulnerabilityRequest,
  ) {
    return this.vulnerabilities.decide(id, version, body);
  }
}
