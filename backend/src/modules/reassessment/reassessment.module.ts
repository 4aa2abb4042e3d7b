import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations/index.js';
import './reassessment.audit.js';
import './reassessment.follow-records.js';
import './reassessment.permissions.js';
import { Changes } from './application/changes.js';
import { DecideChanges } from './application/decide-changes.js';
import { ExportChanges } from './application/export-changes.js';
import { EnvironmentChangesController } from './http/changes.controller.js';

/** What changed since the signed risk analysis, and whether it needs a new one. */
@Module({
  imports: [ObligationsModule],
  controllers: [EnvironmentChangesController],
  providers: [Changes, DecideChanges, ExportChanges],
})
export class ReassessmentModule {}
