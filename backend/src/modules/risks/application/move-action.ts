import { Injectable } from '@nestjs/common';
import type { AuditEvents } from '../../../platform/audit/event-types.js';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { notifyActionDone } from '../../notices/index.js';
import type { ActionView } from '../action.schemas.js';
import {
  transitionRefusal,
  transitionRule,
  type ActionTransition,
  type TransitionRefusal,
} from '../domain/action-transitions.js';
import type { RiskDecision } from '../effect.schemas.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { unfinishedBefore } from '../persistence/dependency.repository.js';
import { hasEvidence, moveEvidenceOfAction } from '../persistence/evidence.repository.js';
import { countOpenMilestones } from '../persistence/milestone.repository.js';
import { insertTransition } from '../persistence/remediation-action.repository.js';
import { holdActionHome } from './action-home.js';
import { ActionObligation } from './action-obligation.js';
import { registerViewer, type RegisterViewer } from './register-viewer.js';
import { SettleEffects } from './settle-effects.js';
import { ShowAction } from './show-action.js';
import { actionSeen, notYours } from './work-context.js';

export interface ActionMove {
  transition: ActionTransition;
  /** Why, or what was seen: kept with the action and in its history. */
  note?: string;
  completedOn?: string;
  /** With a completion: why nothing shows it. */
  noEvidenceReason?: string;
  spentCents?: number | null | undefined;
  yearlySpentCents?: number | null | undefined;
  /** With a validation: what becomes of the risks that the action lowers. */
  risks?: readonly RiskDecision[];
}

const SHORTEST_NOTE = 3;

/** Starts, completes, validates, cancels or reopens an action: one row of its history each time. */
@Injectable()
export class MoveAction {
  constructor(
    private readonly db: TenantDb,
    private readonly obligation: ActionObligation,
    private readonly effects: SettleEffects,
    private readonly show: ShowAction,
  ) {}

  execute(id: string, version: number, move: ActionMove): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const viewer = registerViewer();
      const before = await actionSeen(tx, id, version, viewer);
      const refusal = transitionRefusal(move.transition, before, viewer);
      if (refusal) throw refused(refusal, before);
      if (move.completedOn !== undefined && move.completedOn > tx.today) {
        throw invalidField(
          'completedOn',
          'This day has not come yet. Write the day on which it was finished.',
        );
      }
      const pins = await holdActionHome(tx, before, move.transition);
      if (move.transition === 'cancellation') refuseWhileStill(pins.status);
      if (move.transition === 'completion') {
        await refuseWhileWaiting(tx, id, viewer);
        await refuseOpenMilestones(tx, id, move.note ?? '');
      }
      const noEvidenceReason =
        move.transition === 'completion' ? await reasonWithoutEvidence(tx, id, move.noEvidenceReason) : '';
      const rule = transitionRule(move.transition, before.status)!;
      const changes = {
        status: rule.to,
        assessmentId: pins.id,
        ...(pins.id === before.assessmentId ? {} : { carriedFrom: before.assessmentId, carriedAt: tx.now }),
        ...changesOf(tx, { ...move, noEvidenceReason }, viewer.memberId),
      };
      const after = { ...before, ...changes };
      await saveVersion(
        tx,
        RemediationActionRecord,
        { organizationId: tx.organizationId, id },
        version,
        changes,
        'action',
      );
      const made = {
        transition: move.transition,
        rule,
        note: move.note ?? '',
        completedOn: move.completedOn ?? null,
        noEvidenceReason,
        by: viewer.memberId,
      };
      await insertTransition(tx, id, made);
      if (move.transition === 'validation') await this.effects.within(tx, after, pins, move.risks ?? []);
      if (pins.id !== before.assessmentId) await moveEvidenceOfAction(tx, id, pins.id);
      await this.settle(tx, after, move);
      record(tx, before, after, move);
      return this.show.within(tx, id);
    });
  }

  private async settle(
    tx: WriteTx,
    action: RemediationActionRecord,
    { transition, note = '' }: ActionMove,
  ): Promise<void> {
    if (transition === 'completion') {
      await this.obligation.meet(tx, action);
      await tx.enqueue(notifyActionDone, {
        actionId: action.id,
        byId: action.completedBy!,
        on: action.completedOn!,
      });
    }
    if (transition === 'cancellation' || transition === 'reopening')
      await this.obligation.follow(tx, action, note);
  }
}

/** A step that was not done is not needed, and somebody says so: who checks the fix reads it. */
async function refuseOpenMilestones(tx: WriteTx, id: string, note: string): Promise<void> {
  if (note.trim().length >= SHORTEST_NOTE) return;
  const open = await countOpenMilestones(tx, id);
  if (open === 0) return;
  throw invalidField(
    'note',
    open === 1
      ? 'One milestone is still open. Tick it first, or say here why it is not needed.'
      : `${open} milestones are still open. Tick them first, or say here why they are not needed.`,
    'action.milestones-open',
  );
}

async function refuseWhileWaiting(tx: WriteTx, id: string, viewer: RegisterViewer): Promise<void> {
  const [first, ...others] = await unfinishedBefore(tx, id);
  if (!first) return;
  // Whoever sees only their own actions is not told what others do.
  const named = viewer.seesAll || first.ownerId === viewer.memberId ? ` “${first.title}”` : '';
  const more = others.map(({ number }) => `, A-${number}`).join('');
  throw new DomainError(
    'action.waits',
    'conflict',
    `This action waits for A-${first.number}${named}${more}: not finished yet. Finish or cancel that first, or say that this one does not wait for it.`,
  );
}

/** Who checks the work looks at what shows it, or at the reason why nothing does. 45 CFR 164.316(b)(1) */
async function reasonWithoutEvidence(tx: WriteTx, id: string, reason = ''): Promise<string> {
  if (await hasEvidence(tx, 'remediation-action', id)) return '';
  const given = reason.trim();
  if (given.length >= SHORTEST_REASON) return given;
  throw invalidField(
    'noEvidenceReason',
    'Add evidence first: a file or a note. Or write here why there is nothing to show.',
    'action.evidence-missing',
  );
}

const SHORTEST_REASON = 3;

const UNDONE = {
  noEvidenceReason: '',
  completedOn: null,
  completedBy: null,
  validatedBy: null,
  validatedAt: null,
  validationNote: '',
};

function changesOf(
  tx: WriteTx,
  { transition, note = '', completedOn, noEvidenceReason, spentCents, yearlySpentCents }: ActionMove,
  memberId: string,
): Partial<RemediationActionRecord> {
  switch (transition) {
    case 'start':
      return {};
    case 'completion':
      return {
        completedOn: completedOn as CalendarDate,
        completedBy: memberId,
        statusReason: note,
        noEvidenceReason,
        ...(spentCents === undefined ? {} : { spentCents }),
        ...(yearlySpentCents === undefined ? {} : { yearlySpentCents }),
      };
    case 'validation':
      return { validatedBy: memberId, validatedAt: tx.now, validationNote: note };
    case 'cancellation':
      return { statusReason: note };
    case 'reopening':
      // What was completed and validated before stays in the history.
      return { ...UNDONE, statusReason: note };
  }
}

function refused(refusal: TransitionRefusal, { status }: RemediationActionRecord): DomainError {
  if (refusal === 'not-yours') return notYours();
  if (refusal === 'own-work') {
    return new DomainError(
      'action.own-work',
      'forbidden',
      'You completed this action yourself. Somebody else has to check it.',
    );
  }
  return new DomainError(
    'action.transition-not-possible',
    'conflict',
    `This action is ${status.replace('-', ' ')}: that is not possible now. Reload to see what is.`,
  );
}

const EVENTS = {
  start: 'action.started',
  completion: 'action.completed',
  validation: 'action.validated',
  cancellation: 'action.cancelled',
  reopening: 'action.reopened',
} as const satisfies Record<ActionTransition, keyof AuditEvents>;

function record(
  tx: WriteTx,
  before: RemediationActionRecord,
  after: RemediationActionRecord,
  { transition, completedOn }: ActionMove,
): void {
  const detail =
    transition === 'completion'
      ? { completedOn: completedOn! }
      : transition === 'reopening'
        ? { from: before.status }
        : {};
  tx.audit.record({
    action: EVENTS[transition],
    target: { type: 'remediation-action', id: after.id },
    parent: { type: 'assessment', id: after.assessmentId },
    changes: changesBetween<object>(before, after),
    detail: detail,
  });
}
