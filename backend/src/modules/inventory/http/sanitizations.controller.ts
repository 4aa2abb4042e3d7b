import { Body, Controller, Get, Param, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { sendFile } from '../../../platform/files/send-file.js';
import { ReceivesFile } from '../../../platform/files/uploads.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ExportSanitizations } from '../application/export-sanitizations.js';
import { Sanitizations } from '../application/sanitizations.js';
import {
  recordSanitizationRequest,
  sanitizationList,
  sanitizationView,
  type RecordSanitizationRequest,
} from '../sanitization.schemas.js';

@Controller()
export class SanitizationsController {
  constructor(
    private readonly sanitizations: Sanitizations,
    private readonly exportSanitizations: ExportSanitizations,
  ) {}

  @Get('assets/:id/sanitizations')
  @RequirePermission('asset:read')
  @Returns(sanitizationList)
  list(@Param('id', { schema: idIn('asset') }) id: string) {
    return this.sanitizations.list(id);
  }

  @Get('assets/:id/sanitizations/export.:format')
  @RequirePermission('asset:export')
  @ReturnsTable()
  async downloadTable(
    @Param('id', { schema: idIn('asset') }) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportSanitizations.execute(id, format));
  }

  /** A form, with one `file` where there is a certificate. A disposal changes the status of the asset, too. */
  @Post('assets/:id/sanitizations')
  @RequirePermission('asset:write')
  @ReceivesFile()
  @Returns(sanitizationView, 201)
  record(
    @Param('id', { schema: idIn('asset') }) id: string,
    @IfMatch() version: number,
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @Body({ schema: recordSanitizationRequest }) body: RecordSanitizationRequest,
  ) {
    const upload = file ? { name: file.originalname, content: file.buffer } : null;
    return this.sanitizations.record(id, version, body, upload);
  }

  /** To be saved, never shown. */
  @Get('asset-sanitizations/:id/file')
  @RequirePermission('asset:read')
  @ApiProduces('application/octet-stream')
  async file(
    @Param('id', { schema: idIn('sanitization') }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.sanitizations.download(id));
  }
}
