import { Module } from '@nestjs/common';
import './obligations.audit.js';
import './obligations.permissions.js';
import { ExportObligations } from './application/export-obligations.js';
import { ListObligations } from './application/list-obligations.js';
import { Obligations } from './application/obligations.js';
import { RenewReview } from './application/renew-review.js';
import { ObligationsController } from './http/obligations.controller.js';

/** Deadlines and their reminders. The clock is in the worker: jobs/. */
@Module({
  controllers: [ObligationsController],
  providers: [ListObligations, ExportObligations, Obligations, RenewReview],
  exports: [Obligations, RenewReview],
})
export class ObligationsModule {}
