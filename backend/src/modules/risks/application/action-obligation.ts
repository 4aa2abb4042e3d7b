import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import { Obligations, type ObligationRef } from '../../obligations/index.js';
import { dueObligationOf } from '../domain/action-plan.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';

/** Security measures that reduce risks to a reasonable level: the plan's dates serve this standard. */
const CITATION = '45 CFR 164.308(a)(1)(ii)(B)';
const RULE = 'own-plan/1';

/** Keeps the obligation of an action as the plan says: reminders follow the date and the owner. */
@Injectable()
export class ActionObligation {
  constructor(private readonly obligations: Obligations) {}

  /** After planning, handing over, moving, cancelling or reopening. */
  async follow(tx: WriteTx, action: RemediationActionRecord, reason: string): Promise<void> {
    const dueOn = dueObligationOf(action);
    const wanted = dueOn && {
      ...refOf(action),
      title: action.title,
      dueOn,
      citation: CITATION,
      ruleVersion: RULE,
      facts: { number: action.number, assessmentId: action.assessmentId },
      ownerId: action.ownerId,
    };
    await this.obligations.follow(tx, refOf(action), wanted, reason.trim() || en.risks.planChanged);
  }

  /** After completion: the work was due, not its validation. */
  meet(tx: WriteTx, action: RemediationActionRecord): Promise<void> {
    return this.obligations.meet(tx, refOf(action), action.completedOn!);
  }
}

function refOf(action: RemediationActionRecord): ObligationRef {
  return { kind: 'remediation-action.due', subject: { type: 'remediation-action', id: action.id } };
}
