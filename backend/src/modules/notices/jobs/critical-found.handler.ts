import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersInRoles } from '../../../platform/mail/recipients.js';
import { notifyCriticalFound } from '../notice-jobs.js';
import { criticalFoundMail } from '../notice-mails.js';

type CriticalFound = z.infer<typeof notifyCriticalFound.payload>;

@Injectable()
export class CriticalFoundHandler implements JobHandler<CriticalFound> {
  readonly job = notifyCriticalFound;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ scanId, critical, on }: CriticalFound, _: JobCircumstances): Promise<void> {
    const officers = await this.db.read((tx) => membersInRoles(tx, ['compliance-officer']));
    await this.mail.send({
      mail: criticalFoundMail,
      // One message a file, whatever becomes of the job.
      key: `critical-found|${scanId}`,
      to: officers,
      about: { type: 'scan', id: scanId },
      path: '/inventory/vulnerabilities?severity=critical&status=open',
      facts: { critical, isOne: critical === 1, foundOn: on },
      typed: {},
    });
  }
}
