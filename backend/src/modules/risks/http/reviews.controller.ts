import { Body, Controller, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ReviewRisks } from '../application/review-risks.js';
import {
  reviewResults,
  reviewRiskRequest,
  reviewRisksRequest,
  type ReviewRiskRequest,
  type ReviewRisksRequest,
} from '../carried-risk.schemas.js';
import { riskView } from '../risk.schemas.js';

@Controller('risks')
export class ReviewsController {
  constructor(private readonly reviewRisks: ReviewRisks) {}

  /** Several with one reason; what cannot be confirmed is named in the answer. */
  @Post('reviews')
  @RequirePermission('risk:write')
  @Returns(reviewResults)
  confirmMany(@Body({ schema: reviewRisksRequest }) body: ReviewRisksRequest) {
    return this.reviewRisks.confirmMany(body);
  }

  @Post(':id/review')
  @RequirePermission('risk:write')
  @Returns(riskView)
  confirm(
    @Param('id', { schema: idIn('risk') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: reviewRiskRequest }) body: ReviewRiskRequest,
  ) {
    return this.reviewRisks.confirm(id, version, body.reason);
  }
}
