import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { appPage } from '../../../platform/http/app-page.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersAllowed } from '../../../platform/mail/recipients.js';
import { openWords } from '../../../platform/outbox/sealed-words.js';
import {
  notifyAssessmentApproved,
  notifyAssessmentReturned,
  notifyAssessmentSubmitted,
} from '../notice-jobs.js';
import { assessmentApprovedMail, assessmentReturnedMail, assessmentSubmittedMail } from '../notice-mails.js';
import { assessmentSubject } from '../persistence/notice-subjects.js';

type Submitted = z.infer<typeof notifyAssessmentSubmitted.payload>;
type Approved = z.infer<typeof notifyAssessmentApproved.payload>;
type Returned = z.infer<typeof notifyAssessmentReturned.payload>;

@Injectable()
export class AssessmentSubmittedHandler implements JobHandler<Submitted> {
  readonly job = notifyAssessmentSubmitted;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ assessmentId, byId, on }: Submitted, { jobId }: JobCircumstances): Promise<void> {
    const found = await this.db.read(async (tx) => ({
      subject: await assessmentSubject(tx, assessmentId, byId),
      approvers: await membersAllowed(tx, 'assessment:approve'),
    }));
    // It may have been returned or approved while this waited.
    if (found.subject?.status !== 'in-review') return;
    const { title, makers, byName } = found.subject;
    await this.mail.send({
      mail: assessmentSubmittedMail,
      key: `assessment-submitted|${jobId}`,
      to: found.approvers.filter((id) => !makers.includes(id)),
      about: { type: 'assessment', id: assessmentId },
      path: appPage('assessment', assessmentId),
      facts: { submittedByName: byName, submittedOn: on },
      typed: { title },
    });
  }
}

@Injectable()
export class AssessmentApprovedHandler implements JobHandler<Approved> {
  readonly job = notifyAssessmentApproved;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ assessmentId, byId, on, reviewDueOn }: Approved, { jobId }: JobCircumstances): Promise<void> {
    const subject = await this.db.read((tx) => assessmentSubject(tx, assessmentId, byId));
    if (!subject) return;
    await this.mail.send({
      mail: assessmentApprovedMail,
      key: `assessment-approved|${jobId}`,
      to: subject.makers,
      about: { type: 'assessment', id: assessmentId },
      path: appPage('assessment', assessmentId),
      facts: { approvedByName: subject.byName, approvedOn: on, reviewDueOn },
      typed: { title: subject.title },
    });
  }
}

@Injectable()
export class AssessmentReturnedHandler implements JobHandler<Returned> {
  readonly job = notifyAssessmentReturned;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ assessmentId, byId, on, sealedReason }: Returned, { jobId }: JobCircumstances): Promise<void> {
    const found = await this.db.read(async (tx) => ({
      subject: await assessmentSubject(tx, assessmentId, byId),
      reason: openWords(tx, assessmentId, sealedReason),
    }));
    if (!found.subject) return;
    await this.mail.send({
      mail: assessmentReturnedMail,
      key: `assessment-returned|${jobId}`,
      to: found.subject.makers,
      about: { type: 'assessment', id: assessmentId },
      path: appPage('assessment', assessmentId),
      facts: { returnedByName: found.subject.byName, returnedOn: on },
      typed: { title: found.subject.title, reason: found.reason },
    });
  }
}
