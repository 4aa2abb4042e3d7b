import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import type { JobHandler } from '../../../platform/jobs/job-handler.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersInRoles } from '../../../platform/mail/recipients.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { notifyIncidentReported } from '../notice-jobs.js';
import { incidentReportedMail } from '../notice-mails.js';

type IncidentReported = z.infer<typeof notifyIncidentReported.payload>;

/** Somebody has to look at a report at once: the clocks run from the day on which it was noticed. */
@Injectable()
export class IncidentReportedHandler implements JobHandler<IncidentReported> {
  readonly job = notifyIncidentReported;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ incidentId, number, kind, noticedOn, byId }: IncidentReported): Promise<void> {
    await this.mail.send({
      mail: incidentReportedMail,
      key: `incident-reported|${incidentId}`,
      to: await this.recipients(byId),
      about: { type: 'incident', id: incidentId },
      path: appPage('incident', incidentId),
      facts: { number, what: wordsOf(kind), noticedOn },
      typed: {},
    });
  }

  /** The admins where nobody else is there to be told. */
  private recipients(byId: string | null): Promise<string[]> {
    return this.db.read(async (tx) => {
      const others = (ids: string[]) => ids.filter((id) => id !== byId);
      const leading = others(await membersInRoles(tx, ['incident-commander', 'compliance-officer']));
      return leading.length > 0 ? leading : others(await membersInRoles(tx, ['org-admin']));
    });
  }
}

function wordsOf(kind: string): string {
  const words: Record<string, string> = codeWords.incidentKind;
  return words[kind] ?? codeWords.incidentKind.other;
}
