import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { en } from '../../../platform/messages/en.js';
import { REVIEW_CITATION, REVIEW_RULE_VERSION, reviewDue } from '../domain/review-due.js';
import { lockOpenOfKind } from '../persistence/obligation-rows.js';
import { Obligations } from './obligations.js';

export interface ApprovedAnalysis {
  assessmentId: string;
  title: string;
  approvedOn: CalendarDate;
  /** Who prepared it, as a rule: reminders go to them. */
  ownerId: string | null;
}

/** A risk analysis was approved: last year's review is done, next year's is due. */
@Injectable()
export class RenewReview {
  constructor(private readonly obligations: Obligations) {}

  /** Answers when the next review is due. */
  async execute(tx: WriteTx, approved: ApprovedAnalysis): Promise<CalendarDate> {
    for (const row of await lockOpenOfKind(tx, 'risk-analysis.review')) {
      await this.obligations.end(tx, row, 'met', approved.approvedOn, en.obligations.reviewedByApproval);
    }
    const dueOn = reviewDue(approved.approvedOn);
    await this.obligations.open(tx, {
      kind: 'risk-analysis.review',
      subject: { type: 'assessment', id: approved.assessmentId },
      title: en.obligations.reviewTitle(approved.title),
      dueOn,
      citation: REVIEW_CITATION,
      ruleVersion: REVIEW_RULE_VERSION,
      facts: { approvedOn: approved.approvedOn, assessmentId: approved.assessmentId },
      ownerId: approved.ownerId,
    });
    return dueOn;
  }

  /** The next analysis is needed sooner: moves its review there, never later. Answers when it is due; null: none is. */
  async bringForward(tx: WriteTx, dueOn: CalendarDate, reason: string): Promise<CalendarDate | null> {
    const [row] = await lockOpenOfKind(tx, 'risk-analysis.review');
    if (!row) return null;
    if (row.due_on <= dueOn) return row.due_on;
    const subject = { type: 'assessment' as const, id: row.subject_id };
    await this.obligations.move(tx, { kind: 'risk-analysis.review', subject }, dueOn, reason);
    return dueOn;
  }
}
