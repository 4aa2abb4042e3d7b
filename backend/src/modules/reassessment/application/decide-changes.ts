import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { addDays, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { en } from '../../../platform/messages/en.js';
import { RenewReview } from '../../obligations/index.js';
import type { DecideChangesRequest, DecidedChanges } from '../reassessment.schemas.js';
import { decisionProblems } from '../domain/decide.js';
import { REASSESSMENT_DAYS } from '../domain/review-term.js';
import { changesById } from '../persistence/change-list.js';
import {
  keepDecision,
  lockChanges,
  lockUndecidedOf,
  takeTurn,
  type KindCount,
  type SeenChange,
} from '../persistence/change-rows.js';
import { holdOpenAnalyses, lastSigned } from '../persistence/standing.query.js';
import { followChanges } from './change-review.js';
import { changeView } from './change-view.js';

/** People say what changes mean for the analysis: one by one or several at once, never by themselves. 45 CFR 164.308(a)(8) */
@Injectable()
export class DecideChanges {
  constructor(
    private readonly db: TenantDb,
    private readonly review: RenewReview,
  ) {}

  execute({ changes, kinds, decision, reason, assessmentId }: DecideChangesRequest): Promise<DecidedChanges> {
    return this.db.write(async (tx) => {
      const open = await holdOpenAnalyses(tx);
      await takeTurn(tx);
      refuse(
        decisionProblems(
          decision,
          { reason, assessmentId },
          {
            isSigned: (await lastSigned(tx)) !== null,
            drafts: open.filter(({ status }) => status === 'draft').map(({ id }) => id),
            inReview: open.some(({ status }) => status === 'in-review'),
          },
        ),
      );
      const chosen = await holdUndecided(tx, changes);
      const ids = [...new Set([...chosen, ...(await holdKinds(tx, kinds))])];
      const { memberId } = currentMember();
      await keepDecision(tx, ids, { decision, reason, assessmentId, memberId });
      for (const id of ids)
        tx.audit.record({
          action: 'change.decided',
          target: { type: 'environment-change', id },
          ...(assessmentId === null ? {} : { parent: { type: 'assessment', id: assessmentId } }),
          changes: { decision: { from: null, to: decision } },
          detail: { decision },
        });
      await followChanges(tx);
      const reviewDueOn = decision === 'reassess' ? await this.hasten(tx) : null;
      const items = (await changesById(tx, chosen)).map((row) => changeView(tx, row));
      return { items, decided: ids.length, reviewDueOn };
    });
  }

  /** The next analysis is due sooner: its reminders and the first page follow. It never moves later. */
  private hasten(tx: WriteTx): Promise<CalendarDate | null> {
    return this.review.bringForward(
      tx,
      addDays(tx.today, REASSESSMENT_DAYS),
      en.changes.reviewBroughtForward,
    );
  }
}

async function holdUndecided(tx: WriteTx, seen: readonly SeenChange[]): Promise<string[]> {
  const ids = [...new Set(seen.map(({ id }) => id))];
  const held = new Map((await lockChanges(tx, ids)).map((change) => [change.id, change]));
  for (const { id, version } of seen) {
    const change = held.get(id);
    if (!change) throw notFound('environment-change');
    if (change.version !== version || !change.isUndecided) throw stale('environment-change');
  }
  return ids;
}

/** Of each kind as many as the person saw: what came since is for another decision. */
async function holdKinds(tx: WriteTx, seen: readonly KindCount[]): Promise<string[]> {
  if (seen.length === 0) return [];
  const held = await lockUndecidedOf(
    tx,
    seen.map(({ kind }) => kind),
  );
  for (const { kind, count } of seen)
    if (held.filter((change) => change.kind === kind).length !== count) throw stale('environment-change');
  return held.map(({ id }) => id);
}

function refuse(problems: Partial<Record<string, string>>): void {
  const entries = Object.entries(problems);
  if (entries.length === 0) return;
  const fieldErrors = Object.fromEntries(entries.map(([field, message]) => [field, [message!]]));
  throw new DomainError('change.not-decidable', 'invalid', 'Some entries need another look.', {
    fieldErrors,
  });
}
