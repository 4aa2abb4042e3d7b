import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersAllowed } from '../../../platform/mail/recipients.js';
import { notifyActionAssigned, notifyActionDone } from '../notice-jobs.js';
import { actionAssignedMail, actionDoneMail } from '../notice-mails.js';
import { actionSubject } from '../persistence/notice-subjects.js';

type Assigned = z.infer<typeof notifyActionAssigned.payload>;
type Done = z.infer<typeof notifyActionDone.payload>;

@Injectable()
export class ActionAssignedHandler implements JobHandler<Assigned> {
  readonly job = notifyActionAssigned;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ actionId, byId, ownerId }: Assigned, { jobId }: JobCircumstances): Promise<void> {
    const subject = await this.db.read((tx) => actionSubject(tx, actionId, byId));
    // Who took it needs no notice; who lost it again meanwhile, neither.
    if (!subject || ownerId === byId || subject.ownerId !== ownerId) return;
    await this.mail.send({
      mail: actionAssignedMail,
      key: `action-assigned|${jobId}`,
      to: [ownerId],
      about: { type: 'remediation-action', id: actionId },
      path: appPage('remediation-action', actionId),
      facts: { assignedByName: subject.byName, dueOn: subject.dueOn ? calendarDate(subject.dueOn) : null },
      typed: { title: subject.title },
    });
  }
}

@Injectable()
export class ActionDoneHandler implements JobHandler<Done> {
  readonly job = notifyActionDone;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ actionId, byId, on }: Done, { jobId }: JobCircumstances): Promise<void> {
    const found = await this.db.read(async (tx) => ({
      subject: await actionSubject(tx, actionId, byId),
      validators: await membersAllowed(tx, 'action:validate'),
    }));
    if (found.subject?.status !== 'done') return;
    await this.mail.send({
      mail: actionDoneMail,
      key: `action-done|${jobId}`,
      to: found.validators.filter((id) => id !== byId),
      about: { type: 'remediation-action', id: actionId },
      path: appPage('remediation-action', actionId),
      facts: { completedByName: found.subject.byName, completedOn: on },
      typed: { title: found.subject.title },
    });
  }
}
