import { Module } from '@nestjs/common';
import './reviews.audit.js';
import './reviews.inventory-uses.js';
import './reviews.permissions.js';
import { ExportRecordReviews } from './application/export-record-reviews.js';
import { RecordReviews } from './application/record-reviews.js';
import { ReviewRecords } from './application/review-records.js';
import { RecordReviewsController } from './http/record-reviews.controller.js';

/** Every record of the inventory, each vendor and each risk is looked at once a year, one by one. */
@Module({
  controllers: [RecordReviewsController],
  providers: [RecordReviews, ReviewRecords, ExportRecordReviews],
})
export class ReviewsModule {}
