import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Permission } from '../../../platform/access/route-access.js';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { daysBetween } from '../../../platform/kernel/calendar-date.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersAllowed, membersInRoles } from '../../../platform/mail/recipients.js';
import { en } from '../../../platform/messages/en.js';
import type { WaitingType } from '../domain/waiting-term.js';
import { notifyDecisionWaits } from '../notice-jobs.js';
import { decisionWaitsMail } from '../notice-mails.js';
import { waitOf, type Wait } from '../persistence/waiting.query.js';

type Waits = z.infer<typeof notifyDecisionWaits.payload>;

const DECIDED_WITH: Record<WaitingType, Permission> = {
  'remediation-action': 'action:validate',
  'risk-acceptance': 'risk:accept',
  'risk-scale': 'scale:adopt',
  assessment: 'assessment:approve',
};

/** To those who may decide; where nobody else may, to those who answer for compliance, so that they find somebody. */
@Injectable()
export class DecisionWaitsHandler implements JobHandler<Waits> {
  readonly job = notifyDecisionWaits;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ type, id, since, week }: Waits, _: JobCircumstances): Promise<void> {
    const found = await this.db.read((tx) => load(tx, { type, id, since }));
    if (!found) return;
    const { wait, deciders, answerable, days } = found;
    const nobody = deciders.length === 0;
    const { what, todo } = en.waiting[type];
    await this.mail.send({
      mail: decisionWaitsMail,
      // One message a week of a wait, whatever becomes of the job.
      key: `decision-waits|${type}|${id}|${since}|${week}`,
      to: nobody ? answerable : deciders,
      about: { type: wait.pageType, id: wait.pageId },
      path: appPage(wait.pageType, wait.pageId),
      facts: { what, todo, sinceOn: wait.sinceOn, days, nobody },
      typed: { title: wait.title },
    });
  }
}

interface Found {
  wait: Wait;
  days: number;
  deciders: string[];
  answerable: string[];
}

/** Nothing where it was decided since, or handed over anew. */
async function load(
  tx: ReadTx,
  { type, id, since }: Pick<Waits, 'type' | 'id' | 'since'>,
): Promise<Found | null> {
  const wait = await waitOf(tx, currentContext().timeZone, { type, id });
  if (wait?.since.toISOString() !== since) return null;
  const allowed = await membersAllowed(tx, DECIDED_WITH[type]);
  return {
    wait,
    days: daysBetween(wait.sinceOn, tx.today),
    deciders: allowed.filter((member) => !wait.makers.includes(member)),
    answerable: await membersInRoles(tx, ['compliance-officer', 'org-admin']),
  };
}
