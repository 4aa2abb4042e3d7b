import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import type { AskAcceptanceRequest, DecideAcceptanceRequest } from '../acceptance.schemas.js';
import { acceptedState, approvalBar, endRefusal } from '../domain/acceptance.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import {
  insertAcceptance,
  lockAcceptance,
  settleAcceptance,
  type StoredAcceptance,
} from '../persistence/acceptance.repository.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { furtherSubjects } from '../persistence/further-subjects.js';
import type { RiskRecord } from '../persistence/risk.record.js';
import { lockRisk } from '../persistence/risk.repository.js';
import type { RiskView } from '../risk.schemas.js';
import { AcceptanceEnd } from './acceptance-end.js';
import { hashOf } from './accepted-hash.js';
import { registerViewer } from './register-viewer.js';
import { ShowRisk } from './show-risk.js';

/**
 * A risk stays as it is because two people say so, with a reason and a last day: one asks, another approves exactly
 * the state that was asked for. 45 CFR 164.308(a)(1)(ii)(B)
 */
@Injectable()
export class AcceptRisk {
  constructor(
    private readonly db: TenantDb,
    private readonly end: AcceptanceEnd,
    private readonly show: ShowRisk,
  ) {}

  ask(riskId: string, version: number, { reason, untilOn }: AskAcceptanceRequest): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const risk = await riskSeen(tx, riskId);
      if (risk.version !== version) throw stale('risk');
      refuseUnlessAcceptable(risk);
      const refusal = endRefusal(calendarDate(untilOn), tx.today);
      if (refusal) throw invalidField('untilOn', refusal, 'acceptance.end-not-possible');
      const state = acceptedState(risk, await furtherSubjects(tx, riskId));
      const id = await insertAcceptance(tx, {
        riskId,
        reason,
        untilOn: calendarDate(untilOn),
        state,
        stateHash: hashOf(state),
        askedBy: currentMember().memberId,
      });
      if (!id) throw askedAlready();
      record(tx, 'acceptance.asked', risk, id, untilOn);
      return this.show.within(tx, riskId);
    });
  }

  decide(riskId: string, id: string, version: number, request: DecideAcceptanceRequest): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const risk = await riskSeen(tx, riskId);
      const acceptance = await lockAcceptance(tx, riskId, id);
      if (!acceptance) throw notFound('acceptance');
      if (acceptance.version !== version || acceptance.status !== 'asked') throw stale('acceptance');
      const { memberId } = currentMember();
      const refusals = { withdraw: refuseUnlessOwn, refuse: refuseOwn, approve: refuseOwn };
      refusals[request.decision](acceptance, memberId);
      if (request.decision === 'approve') {
        refuseOwner(risk, acceptance, memberId);
        refuseOther(hashOf(acceptedState(risk, await furtherSubjects(tx, riskId))), acceptance, tx.today);
        refuseUnlessAcceptable(risk);
      }
      if (request.decision === 'refuse' && request.note.trim().length < SHORTEST_REASON)
        throw invalidField('note', 'Write down why, in a few words.');
      const status = SETTLED[request.decision];
      await settleAcceptance(tx, id, status, memberId, request.note);
      record(tx, `acceptance.${status}`, risk, id, acceptance.untilOn);
      if (status === 'approved') await this.end.begin(tx, risk, acceptance);
      return this.show.within(tx, riskId);
    });
  }
}

const SHORTEST_REASON = 3;
const SETTLED = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

async function riskSeen(tx: WriteTx, id: string): Promise<RiskRecord> {
  const risk = await lockRisk(tx, id);
  if (!risk) throw notFound('risk');
  refuseWhileStill((await assessmentPins(tx, risk.assessmentId, 'keep')).status);
  return risk;
}

function refuseUnlessAcceptable({ treatment, residualLevel, status }: RiskRecord): void {
  const refusal =
    status === 'closed'
      ? 'This risk is closed. Open it again first.'
      : residualLevel === null
        ? 'Rate it first: how likely, how bad, and what remains with your safeguards.'
        : treatment === 'accept'
          ? null
          : 'Decide first that this risk is accepted, and why. Then ask somebody to approve it.';
  if (refusal) throw new DomainError('acceptance.not-possible', 'conflict', refusal);
}

function refuseOther(stateHash: string, acceptance: StoredAcceptance, today: string): void {
  if (stateHash !== acceptance.stateHash) {
    throw new DomainError(
      'acceptance.risk-changed',
      'conflict',
      'The risk was changed after this was asked, so what you would approve is no longer there. Refuse it, or have it asked again.',
    );
  }
  if (acceptance.untilOn <= today) {
    throw new DomainError(
      'acceptance.ended',
      'conflict',
      'The last day that was asked for has come. Refuse it, or have it asked again with another day.',
    );
  }
}

function refuseOwn({ askedById }: StoredAcceptance, memberId: string): void {
  if (!registerViewer().accepts || askedById === memberId) {
    throw new DomainError(
      'acceptance.own-request',
      'forbidden',
      askedById === memberId
        ? 'You asked for this yourself. Somebody else has to approve or refuse it.'
        : 'Your role does not approve accepted risks.',
    );
  }
}

/** Who answers for a risk has a hand in what reducing it costs: they may refuse, and somebody else approves. */
function refuseOwner({ ownerId }: RiskRecord, { askedById }: StoredAcceptance, memberId: string): void {
  if (approvalBar({ askedById, ownerId }, memberId) === 'owns')
    throw new DomainError(
      'acceptance.own-risk',
      'forbidden',
      'You answer for this risk yourself. Somebody else has to approve that it stays as it is.',
    );
}

function refuseUnlessOwn({ askedById }: StoredAcceptance, memberId: string): void {
  if (askedById !== memberId)
    throw new DomainError(
      'acceptance.not-yours',
      'forbidden',
      'Only the person who asked for it can withdraw it. You can refuse it.',
    );
}

function askedAlready(): DomainError {
  return new DomainError(
    'acceptance.asked-already',
    'conflict',
    'Somebody asked for this already, and it waits to be decided.',
  );
}

function record(
  tx: WriteTx,
  action: 'acceptance.asked' | 'acceptance.approved' | 'acceptance.refused' | 'acceptance.withdrawn',
  risk: RiskRecord,
  acceptanceId: string,
  untilOn: string,
): void {
  tx.audit.record({
    action,
    target: { type: 'risk', id: risk.id },
    parent: { type: 'assessment', id: risk.assessmentId },
    detail: { acceptanceId, untilOn },
  });
}
