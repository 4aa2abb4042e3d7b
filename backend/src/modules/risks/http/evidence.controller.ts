import { Body, Controller, Get, Param, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { sendFile } from '../../../platform/files/send-file.js';
import { ReceivesFile } from '../../../platform/files/uploads.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { Evidence } from '../application/evidence.js';
import {
  addEvidenceRequest,
  evidenceView,
  withdrawEvidenceRequest,
  type AddEvidenceRequest,
} from '../evidence.schemas.js';

const evidenceId = { schema: idIn('evidence') };

@Controller()
export class EvidenceController {
  constructor(private readonly evidence: Evidence) {}

  /** A form with `title`, `note` and, unless the note says it all, one `file`. */
  @Post('answers/:id/evidence')
  @RequirePermission('assessment:write')
  @ReceivesFile()
  @Returns(evidenceView, 201)
  add(
    @Param('id', { schema: idIn('answer') }) id: string,
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @Body({ schema: addEvidenceRequest }) body: AddEvidenceRequest,
  ) {
    const upload = file ? { name: file.originalname, content: file.buffer } : null;
    return this.evidence.addToAnswer(id, { ...body, upload });
  }

  /** The same form, for a decision about an addressable specification. */
  @Post('addressable-decisions/:id/evidence')
  @RequirePermission('assessment:write')
  @ReceivesFile()
  @Returns(evidenceView, 201)
  addToDecision(
    @Param('id', { schema: idIn('decision') }) id: string,
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @Body({ schema: addEvidenceRequest }) body: AddEvidenceRequest,
  ) {
    const upload = file ? { name: file.originalname, content: file.buffer } : null;
    return this.evidence.addToDecision(id, { ...body, upload });
  }

  /** To be saved, never shown. Who may see the answer, the decision or the action may have its files. */
  @Get('evidence/:id/file')
  @RequirePermission('action:read')
  @ApiProduces('application/octet-stream')
  async file(@Param('id', evidenceId) id: string, @Res() response: Response): Promise<void> {
    await sendFile(response, await this.evidence.download(id));
  }

  @Post('evidence/:id/withdrawal')
  @RequirePermission('action:work')
  @Returns(evidenceView)
  withdraw(
    @Param('id', evidenceId) id: string,
    @Body({ schema: withdrawEvidenceRequest }) body: { reason: string },
  ) {
    return this.evidence.withdraw(id, body.reason);
  }
}
