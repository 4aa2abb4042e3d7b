import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import { Obligations, type ObligationRef } from '../../obligations/index.js';
import { acceptedState } from '../domain/acceptance.js';
import { markStale, newestApproved, type StoredAcceptance } from '../persistence/acceptance.repository.js';
import { furtherSubjects } from '../persistence/further-subjects.js';
import type { RiskRecord } from '../persistence/risk.record.js';
import { hashOf } from './accepted-hash.js';

const CITATION = '45 CFR 164.308(a)(1)(ii)(B)';
/** The day is the one that was approved. */
const RULE = 'own-acceptance/1';

type Risk = Pick<RiskRecord, 'id' | 'number' | 'title' | 'ownerId' | 'status' | 'assessmentId'> &
  Parameters<typeof acceptedState>[0];

/** Sees to it that an acceptance is looked at again: on its last day, and when the risk is another one than was accepted. */
@Injectable()
export class AcceptanceEnd {
  constructor(private readonly obligations: Obligations) {}

  /** After an approval. */
  begin(tx: WriteTx, risk: Risk, acceptance: ApprovedTerm): Promise<void> {
    return this.remind(tx, risk, acceptance, en.risks.acceptanceRenewed);
  }

  /** After each change of a risk. */
  async follow(tx: WriteTx, risk: Risk): Promise<void> {
    const newest = await newestApproved(tx, risk.id);
    if (!newest) return;
    const stale = await markStale(
      tx,
      risk.id,
      hashOf(acceptedState(risk, await furtherSubjects(tx, risk.id))),
    );
    for (const acceptanceId of stale) {
      tx.audit.record({
        action: 'acceptance.became-stale',
        target: { type: 'risk', id: risk.id },
        parent: { type: 'assessment', id: risk.assessmentId },
        detail: { acceptanceId },
      });
    }
    const left = stale.length > 0 ? await newestApproved(tx, risk.id) : newest;
    const holds = left !== null && !left.isStale;
    if (!holds) await this.obligations.follow(tx, refOf(risk), null, en.risks.acceptanceStale);
    else if (risk.status === 'closed')
      await this.obligations.follow(tx, refOf(risk), null, en.risks.acceptanceClosed);
    // Opened again, handed over, or with its last day behind it: it is still to be looked at.
    else await this.remind(tx, risk, left, en.risks.acceptanceRenewed);
  }

  private async remind(tx: WriteTx, risk: Risk, term: ApprovedTerm, reason: string): Promise<void> {
    const ref = refOf(risk);
    const wanted = {
      ...ref,
      title: en.risks.acceptanceEnds(risk.number, risk.title),
      dueOn: term.untilOn,
      citation: CITATION,
      ruleVersion: RULE,
      facts: { number: risk.number, assessmentId: risk.assessmentId },
      ownerId: risk.ownerId ?? term.askedById,
    };
    await this.obligations.follow(tx, ref, wanted, reason);
  }
}

type ApprovedTerm = Pick<StoredAcceptance, 'untilOn' | 'askedById'>;

function refOf({ id }: Pick<RiskRecord, 'id'>): ObligationRef {
  return { kind: 'risk-acceptance.end', subject: { type: 'risk', id } };
}
