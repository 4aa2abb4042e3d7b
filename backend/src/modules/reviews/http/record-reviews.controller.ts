import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { Returns } from '../../../platform/http/returns.js';
import { ExportRecordReviews } from '../application/export-record-reviews.js';
import { RecordReviews } from '../application/record-reviews.js';
import { ReviewRecords } from '../application/review-records.js';
import { recordIdIn, type RecordRef } from '../record-id.js';
import {
  recordReviewExportQuery,
  recordReviewPage,
  recordReviewQuery,
  recordReviewsView,
  reviewedRecords,
  reviewRecordsRequest,
  type RecordReviewExportQuery,
  type RecordReviewQuery,
  type ReviewRecordsRequest,
} from '../reviews.schemas.js';

@Controller('record-reviews')
export class RecordReviewsController {
  constructor(
    private readonly reviews: RecordReviews,
    private readonly reviewRecords: ReviewRecords,
    private readonly exportReviews: ExportRecordReviews,
  ) {}

  @Get()
  @RequirePermission('review:read')
  @Returns(recordReviewPage)
  list(@Query({ schema: recordReviewQuery }) query: RecordReviewQuery) {
    return this.reviews.list(query);
  }

  /** Several with one reason; each carries the version that was seen, and what cannot be reviewed is named. */
  @Post()
  @RequirePermission('review:write')
  @Returns(reviewedRecords, 201)
  review(@Body({ schema: reviewRecordsRequest }) body: ReviewRecordsRequest) {
    return this.reviewRecords.execute(body);
  }

  @Get('export.:format')
  @RequirePermission('review:export')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: recordReviewExportQuery }) query: RecordReviewExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportReviews.execute(format, query));
  }

  /** By the id of the record: what was said of it, and when it is to be looked at again. */
  @Get(':id')
  @RequirePermission('review:read')
  @Returns(recordReviewsView)
  show(@Param('id', { schema: recordIdIn }) record: RecordRef) {
    return this.reviews.show(record);
  }
}
