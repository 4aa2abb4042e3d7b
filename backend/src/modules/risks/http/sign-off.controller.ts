import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsDocument, sendDocument } from '../../../platform/documents/send-document.js';
import { AsksPurpose } from '../../../platform/documents/table/export-purpose.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ApproveAssessment } from '../application/approve-assessment.js';
import { ReadReport } from '../application/read-report.js';
import { ReadSignedContent } from '../application/read-signed-content.js';
import { ReturnAssessment } from '../application/return-assessment.js';
import { SignOff } from '../application/sign-off.js';
import { SubmitForApproval } from '../application/submit-for-approval.js';
import { WithdrawAssessment } from '../application/withdraw-assessment.js';
import { assessmentView } from '../assessment.schemas.js';
import { assessmentReport } from '../report/assessment-report.schema.js';
import {
  approvalRequest,
  checklistRequest,
  reportQuery,
  returnRequest,
  signOffView,
  withdrawalRequest,
  type ApprovalRequest,
  type ChecklistRequest,
  type ReportQuery,
} from '../sign-off.schemas.js';

const assessmentId = idIn('assessment');

@Controller('assessments/:id')
export class SignOffController {
  constructor(
    private readonly signOff: SignOff,
    private readonly submitForApproval: SubmitForApproval,
    private readonly returnAssessment: ReturnAssessment,
    private readonly approveAssessment: ApproveAssessment,
    private readonly withdrawAssessment: WithdrawAssessment,
    private readonly readReport: ReadReport,
    private readonly readSignedContent: ReadSignedContent,
  ) {}

  @Get('sign-off')
  @RequirePermission('assessment:read')
  @Returns(signOffView)
  show(@Param('id', { schema: assessmentId }) id: string) {
    return this.signOff.show(id);
  }

  @Post('checklist/:testId')
  @RequirePermission('assessment:write')
  @Returns(signOffView)
  answer(
    @Param('id', { schema: assessmentId }) id: string,
    @Param('testId') testId: string,
    @IfMatch() version: number,
    @Body({ schema: checklistRequest }) body: ChecklistRequest,
  ) {
    return this.signOff.answer(id, testId, version, body);
  }

  @Post('submission')
  @RequirePermission('assessment:write')
  @Returns(assessmentView)
  submit(@Param('id', { schema: assessmentId }) id: string, @IfMatch() version: number) {
    return this.submitForApproval.execute(id, version);
  }

  @Post('return')
  @RequirePermission('assessment:approve')
  @Returns(assessmentView)
  giveBack(
    @Param('id', { schema: assessmentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: returnRequest }) body: { reason: string },
  ) {
    return this.returnAssessment.execute(id, version, body.reason);
  }

  @Post('approval')
  @RequirePermission('assessment:approve')
  @Returns(assessmentView)
  approve(
    @Param('id', { schema: assessmentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: approvalRequest }) body: ApprovalRequest,
  ) {
    return this.approveAssessment.execute(id, version, body);
  }

  /** A draft that was begun by mistake. What it took over goes back to the analysis before it. */
  @Post('withdrawal')
  @RequirePermission('assessment:write')
  @Returns(assessmentView)
  withdraw(
    @Param('id', { schema: assessmentId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: withdrawalRequest }) body: { reason: string },
  ) {
    return this.withdrawAssessment.execute(id, version, body.reason);
  }

  /** What was signed, or the draft as it stands. With `purpose=export` it is recorded as an export of `document`. */
  @Get('report')
  @RequirePermission('assessment:read')
  @Returns(assessmentReport)
  report(
    @Param('id', { schema: assessmentId }) id: string,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ) {
    return this.readReport.execute(id, query);
  }

  /** The content that was signed, as JSON in one line: its SHA-256 is the fingerprint under the signature. */
  @Get('signed-content')
  @RequirePermission('report:export')
  @AsksPurpose()
  @ReturnsDocument('application/octet-stream')
  async signedContent(
    @Param('id', { schema: assessmentId }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, text } = await this.readSignedContent.execute(id);
    await sendDocument(response, 'application/octet-stream', fileName, Readable.from([text]));
  }
}
