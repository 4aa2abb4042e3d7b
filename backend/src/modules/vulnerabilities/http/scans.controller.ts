import {
  Body,
  Controller,
  Delete,
  Get,
  Param,
  Post,
  Put,
  Query,
  Res,
  UploadedFile as FromForm,
} from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsDocument, sendDocument } from '../../../platform/documents/send-document.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AcceptsFile, uploadedFile, type UploadedFile } from '../../inventory/index.js';
import { CommitScan } from '../application/commit-scan.js';
import { ExportScans } from '../application/export-scans.js';
import { RequestScanUndo } from '../application/request-scan-undo.js';
import { ScanUndoPlans } from '../application/scan-undo-plan.js';
import { ScanProblems } from '../application/scan-problems.js';
import { Scans } from '../application/scans.js';
import {
  commitScanRequest,
  giveHostsRequest,
  giveRunsRequest,
  readAnewRequest,
  scanHostPage,
  scanHostQuery,
  scanId,
  scanList,
  scanRowExportQuery,
  scanRowPage,
  scanRowQuery,
  scanRunPage,
  scanSummary,
  scanUndoPlan,
  scanView,
  type CommitScanRequest,
  type GiveHostsRequest,
  type GiveRunsRequest,
  type ReadAnewRequest,
  type ScanHostQuery,
  type ScanRowExportQuery,
  type ScanRowQuery,
} from '../scan.schemas.js';

const id = { schema: scanId };
/** Above our own limit of 10 MB, so that our own words answer. */
const MOST_RECEIVED = 24;

@Controller('scans')
export class ScansController {
  constructor(
    private readonly scans: Scans,
    private readonly exportScans: ExportScans,
    private readonly commitScan: CommitScan,
    private readonly requestUndo: RequestScanUndo,
    private readonly undoPlans: ScanUndoPlans,
    private readonly scanProblems: ScanProblems,
  ) {}

  @Get()
  @RequirePermission('vulnerability:write')
  @Returns(scanList)
  recent() {
    return this.scans.recent();
  }

  @Get('export.:format')
  @RequirePermission('vulnerability:write')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportScans.list(format));
  }

  @Post()
  @RequirePermission('vulnerability:write')
  @AcceptsFile(MOST_RECEIVED)
  @Returns(scanView, 201)
  create(@FromForm() file: UploadedFile | undefined, @Body() body: unknown) {
    const { fileName, bytes } = uploadedFile(file, body, 'scan', noFile);
    return this.scans.create(fileName, bytes);
  }

  @Get(':id')
  @RequirePermission('vulnerability:write')
  @Returns(scanView)
  show(@Param('id', id) scan: string) {
    return this.scans.show(scan);
  }

  @Get(':id/rows')
  @RequirePermission('vulnerability:write')
  @Returns(scanRowPage)
  rows(@Param('id', id) scan: string, @Query({ schema: scanRowQuery }) query: ScanRowQuery) {
    return this.scans.rows(scan, query);
  }

  @Get(':id/rows/export.:format')
  @RequirePermission('vulnerability:write')
  @ReturnsTable()
  async downloadRows(
    @Param('id', id) scan: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: scanRowExportQuery }) query: ScanRowExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportScans.rows(scan, format, query));
  }

  @Get(':id/hosts')
  @RequirePermission('vulnerability:write')
  @Returns(scanHostPage)
  hosts(@Param('id', id) scan: string, @Query({ schema: scanHostQuery }) query: ScanHostQuery) {
    return this.scans.hosts(scan, query);
  }

  @Get(':id/runs')
  @RequirePermission('vulnerability:write')
  @Returns(scanRunPage)
  runs(@Param('id', id) scan: string, @Query({ schema: scanHostQuery }) query: ScanHostQuery) {
    return this.scans.runs(scan, query);
  }

  @Get(':id/problems.csv')
  @RequirePermission('vulnerability:write')
  @ReturnsDocument('text/csv')
  async problems(@Param('id', id) scan: string, @Res() response: Response): Promise<void> {
    await sendDocument(response, 'text/csv', 'rows-left-out.csv', await this.scanProblems.execute(scan));
  }

  @Put(':id/reading')
  @RequirePermission('vulnerability:write')
  @Returns(scanView)
  readAnew(
    @Param('id', id) scan: string,
    @IfMatch() version: number,
    @Body({ schema: readAnewRequest }) body: ReadAnewRequest,
  ) {
    return this.scans.readAnew(scan, version, body);
  }

  @Put(':id/hosts')
  @RequirePermission('vulnerability:write')
  @Returns(scanView)
  giveHosts(
    @Param('id', id) scan: string,
    @IfMatch() version: number,
    @Body({ schema: giveHostsRequest }) body: GiveHostsRequest,
  ) {
    return this.scans.giveHosts(scan, version, body);
  }

  @Put(':id/runs')
  @RequirePermission('vulnerability:write')
  @Returns(scanView)
  giveRuns(
    @Param('id', id) scan: string,
    @IfMatch() version: number,
    @Body({ schema: giveRunsRequest }) body: GiveRunsRequest,
  ) {
    return this.scans.giveRuns(scan, version, body);
  }

  @Post(':id/commit')
  @RequirePermission('vulnerability:write')
  @Returns(scanView)
  commit(
    @Param('id', id) scan: string,
    @IfMatch() version: number,
    @Body({ schema: commitScanRequest }) body: CommitScanRequest,
  ) {
    return this.commitScan.execute(scan, version, body);
  }

  @Get(':id/undo')
  @RequirePermission('vulnerability:write')
  @Returns(scanUndoPlan)
  planUndo(@Param('id', id) scan: string) {
    return this.undoPlans.execute(scan);
  }

  @Post(':id/undo')
  @RequirePermission('vulnerability:write')
  @Returns(scanSummary, 202)
  undo(@Param('id', id) scan: string, @IfMatch() version: number) {
    return this.requestUndo.execute(scan, version);
  }

  @Delete(':id')
  @RequirePermission('vulnerability:write')
  @ReturnsNothing()
  discard(@Param('id', id) scan: string, @IfMatch() version: number): Promise<void> {
    return this.scans.discard(scan, version);
  }
}

function noFile(): DomainError {
  const message = 'Choose a SARIF or CSV file of your scanner.';
  return new DomainError('scan.file-missing', 'invalid', message, { fieldErrors: { file: [message] } });
}
