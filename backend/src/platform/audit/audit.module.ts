import { Module } from '@nestjs/common';
import './audit.audit.js';
import './audit.permissions.js';
import { AuditTrail } from './document/audit-trail.js';
import { AuditEventsController } from './http/audit-events.controller.js';
import { RecordHistoryController } from './http/record-history.controller.js';
import { AuditEvents } from './read/audit-events.js';
import { ExportEvents } from './read/export-events.js';
import { RecordHistory } from './read/record-history.js';
import { Verifications } from './verify/verifications.js';

@Module({
  controllers: [AuditEventsController, RecordHistoryController],
  providers: [AuditEvents, RecordHistory, ExportEvents, AuditTrail, Verifications],
})
export class AuditModule {}
