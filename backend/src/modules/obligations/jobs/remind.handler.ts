import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import type { JobHandler } from '../../../platform/jobs/job-handler.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { MailChannel } from '../../../platform/mail/mail-channel.js';
import { membersInRoles, recipientsOf } from '../../../platform/mail/recipients.js';
import { escalationStep, type EscalationStep } from '../domain/escalation.js';
import { reminderTone, type ReminderTone } from '../domain/reminder-tone.js';
import {
  actionEscalated,
  actionOverdue,
  breachNoticeDue,
  breachNoticeEscalated,
  breachNoticeOverdue,
  changeReviewDue,
  changeReviewOverdue,
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

/** Some kinds have words of their own. */
function mailOf({ kind }: Pick<ObligationRow, 'kind'>, tone: ReminderTone) {
  if (kind === 'risk-analysis.change-review')
    return tone === 'overdue' ? changeReviewOverdue : changeReviewDue;
  if (kind === 'breach-notice.due') return tone === 'overdue' ? breachNoticeOverdue : breachNoticeDue;
  return kind === 'remediation-action.due' && tone === 'overdue' ? actionOverdue : MAIL_OF[tone];
}

interface Reminder {
  obligation: ObligationRow;
  today: CalendarDate;
  to: string[];
  unowned: boolean;
  ownerName: string;
}

/**
 * Reminds the owner; where there is none who is active, those who answer for compliance. They are told, too, once an
 * action was left lying for two weeks, and where a breach notice comes near its outer limit.
 */
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
    await this.mail.send({
      mail: mailOf(obligation, tone),
      key: `obligation|${obligationId}|${milestone}|${remindOn}`,
      to,
      about: { type: 'obligation', id: obligationId },
      path: appPage(obligation.subject_type, obligation.subject_id),
      facts: { dueOn: obligation.due_on, days, citation: obligation.citation, unowned },
      typed: { title: obligation.title },
    });
    const step = escalationStep(obligation.kind, { tone, days });
    if (step && !unowned) await this.escalate(reminder, step, days);
  }

  /** Once for a step and a due date, whatever reminder comes first: after a standstill it may be the twelfth. */
  private async escalate(
    { obligation, to, ownerName }: Reminder,
    step: EscalationStep,
    days: number,
  ): Promise<void> {
    const facts = { dueOn: obligation.due_on, days, citation: obligation.citation, ownerName };
    const letter = {
      key: escalationKey(obligation, step),
      to: await this.db.read((tx) => answerable(tx, to)),
      about: { type: 'obligation', id: obligation.id },
      path: appPage(obligation.subject_type, obligation.subject_id),
      typed: { title: obligation.title },
    };
    if (step === 'lies') await this.mail.send({ ...letter, mail: actionEscalated, facts });
    else
      await this.mail.send({
        ...letter,
        mail: breachNoticeEscalated,
        facts: { ...facts, late: step === 'late' },
      });
  }
}

/** The step of an action stands in no key: those that were told by an earlier release are not told again. */
function escalationKey({ subject_id, due_on }: ObligationRow, step: EscalationStep): string {
  return `escalation|${subject_id}|${due_on}${step === 'lies' ? '' : `|${step}`}`;
}

/** The compliance officers, or where there is no other one the admins: not those who were reminded already. */
async function answerable(tx: ReadTx, reminded: readonly string[]): Promise<string[]> {
  const others = (ids: string[]) => ids.filter((id) => !reminded.includes(id));
  const officers = others(await membersInRoles(tx, ['compliance-officer']));
  return officers.length > 0 ? officers : others(await membersInRoles(tx, ['org-admin']));
}

/** Nothing when it was met, cancelled or moved since the reminder was planned. */
async function load(tx: ReadTx, obligationId: string, plannedFor: string): Promise<Reminder | null> {
  const obligation = await obligationById(tx, obligationId);
  if (obligation?.status !== 'open' || obligation.due_on !== plannedFor) return null;
  const owner = obligation.owner_id ? (await recipientsOf(tx, [obligation.owner_id])).recipients : [];
  if (owner[0]) {
    const { memberId, name } = owner[0];
    return { obligation, today: tx.today, to: [memberId], unowned: false, ownerName: name };
  }
  return { obligation, today: tx.today, to: await answerable(tx, []), unowned: true, ownerName: '' };
}
