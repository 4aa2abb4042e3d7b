import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import type { JobHandler } from '../../../platform/jobs/job-handler.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersInRoles, recipientsOf } from '../../../platform/mail/recipients.js';
import { reminderTone, type ReminderTone } from '../domain/reminder-tone.js';
import {
  actionOverdue,
  obligationDueSoon,
  obligationDueToday,
  obligationFirst,
  obligationOverdue,
} from '../obligation-mails.js';
import { obligationById, type ObligationRow } from '../persistence/obligation-rows.js';
import { remindJob, type RemindPayload } from './remind.job.js';

const MAIL_OF = {
  first: obligationFirst,
  'due-soon': obligationDueSoon,
  'due-today': obligationDueToday,
  overdue: obligationOverdue,
} as const satisfies Record<ReminderTone, unknown>;

interface Reminder {
  obligation: ObligationRow;
  today: CalendarDate;
  to: string[];
  unowned: boolean;
}

/** Reminds the owner; where there is none who is active, those who answer for compliance. */
@Injectable()
export class RemindHandler implements JobHandler<RemindPayload> {
  readonly job = remindJob;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ obligationId, milestone, remindOn, dueOn }: RemindPayload): Promise<void> {
    const reminder = await this.db.read((tx) => load(tx, obligationId, dueOn));
    if (!reminder) return;
    const { obligation, today, to, unowned } = reminder;
    const { tone, days } = reminderTone(obligation.due_on, today);
    const isAction = obligation.kind === 'remediation-action.due';
    await this.mail.send({
      mail: tone === 'overdue' && isAction ? actionOverdue : MAIL_OF[tone],
      key: `obligation|${obligationId}|${milestone}|${remindOn}`,
      to,
      about: { type: 'obligation', id: obligationId },
      path: appPage(obligation.subject_type, obligation.subject_id),
      facts: { dueOn: obligation.due_on, days, citation: obligation.citation, unowned },
      typed: { title: obligation.title },
    });
  }
}

/** Nothing when it was met, cancelled or moved since the reminder was planned. */
async function load(tx: ReadTx, obligationId: string, plannedFor: string): Promise<Reminder | null> {
  const obligation = await obligationById(tx, obligationId);
  if (obligation?.status !== 'open' || obligation.due_on !== plannedFor) return null;
  const owner = obligation.owner_id ? (await recipientsOf(tx, [obligation.owner_id])).recipients : [];
  if (owner.length > 0) return { obligation, today: tx.today, to: [owner[0]!.memberId], unowned: false };
  const officers = await membersInRoles(tx, ['compliance-officer']);
  const to = officers.length > 0 ? officers : await membersInRoles(tx, ['org-admin']);
  return { obligation, today: tx.today, to, unowned: true };
}
