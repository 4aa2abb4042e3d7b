import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../access/route-access.js';
import { ReturnsDocument, sendDocument } from '../../documents/send-document.js';
import { AsksPurpose } from '../../documents/table/export-purpose.js';
import { ReturnsTable, sendTable, tableFormat } from '../../documents/table/send-table.js';
import type { TableFormat } from '../../documents/table/table-column.js';
import { Returns } from '../../http/returns.js';
import {
  auditEventPage,
  auditEventsQuery,
  auditPdfQuery,
  auditTableQuery,
  auditVerificationView,
  verificationStarted,
  type AuditEventsQuery,
  type AuditFilter,
  type AuditPdfQuery,
} from '../audit.schemas.js';
import { AuditTrail } from '../document/audit-trail.js';
import { AuditEvents } from '../read/audit-events.js';
import { ExportEvents } from '../read/export-events.js';
import { Verifications } from '../verify/verifications.js';

/** The organization's whole log. */
@Controller('audit-events')
export class AuditEventsController {
  constructor(
    private readonly events: AuditEvents,
    private readonly exports: ExportEvents,
    private readonly trail: AuditTrail,
    private readonly verifications: Verifications,
  ) {}

  @Get()
  @RequirePermission('audit:read')
  @Returns(auditEventPage)
  list(@Query({ schema: auditEventsQuery }) query: AuditEventsQuery) {
    return this.events.page(query);
  }

  @Get('export.:format')
  @RequirePermission('audit:export')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: auditTableQuery }) filter: AuditFilter,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exports.table(format, filter));
  }

  @Get('export.pdf')
  @RequirePermission('audit:export')
  @AsksPurpose()
  @ReturnsDocument('application/pdf')
  async downloadPdf(
    @Query({ schema: auditPdfQuery }) { volume, ...filter }: AuditPdfQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.trail.volume(filter, volume);
    await sendDocument(response, 'application/pdf', fileName, content);
  }

  @Get('verification')
  @RequirePermission('audit:read')
  @Returns(auditVerificationView)
  verification() {
    return this.verifications.show();
  }

  @Post('verification')
  @RequirePermission('audit:read')
  @Returns(verificationStarted, 202)
  verify() {
    return this.verifications.request();
  }
}
