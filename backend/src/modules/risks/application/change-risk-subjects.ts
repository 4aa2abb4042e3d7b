import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import {
  deleteFurtherSubjects,
  furtherSubjects,
  insertFurtherSubjects,
  standingSubjects,
  type Subject,
} from '../persistence/further-subjects.js';
import { holdProposals, proposalDecisions } from '../persistence/proposal-decision.repository.js';
import { RiskRecord } from '../persistence/risk.record.js';
import { lockRisk } from '../persistence/risk.repository.js';
import type { ChangeSubjectsRequest, RiskView } from '../risk.schemas.js';
import { AcceptanceEnd } from './acceptance-end.js';
import { ShowRisk } from './show-risk.js';
import { subjectOf } from './subject-of.js';

/** One risk for many assets and flows, where one would be rated and treated as the other. */
@Injectable()
export class ChangeRiskSubjects {
  constructor(
    private readonly db: TenantDb,
    private readonly acceptanceEnd: AcceptanceEnd,
    private readonly show: ShowRisk,
  ) {}

  execute(id: string, version: number, request: ChangeSubjectsRequest): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const risk = await lockRisk(tx, id);
      if (!risk) throw notFound('risk');
      if (risk.version !== version) throw stale('risk');
      refuseWhileStill((await assessmentPins(tx, risk.assessmentId, 'keep')).status);
      await this.within(tx, risk, { add: request.add.map(subjectOf), remove: request.remove.map(subjectOf) });
      return this.show.within(tx, id);
    });
  }

  /** The caller holds the risk. Answers how many were added. */
  async within(
    tx: WriteTx,
    risk: RiskRecord,
    { add, remove }: { add: readonly Subject[]; remove: readonly Subject[] },
  ): Promise<number> {
    const own = firstOf(risk);
    const before = own ? [own, ...(await furtherSubjects(tx, risk.id))] : await furtherSubjects(tx, risk.id);
    const known = new Set(before.map(({ id }) => id));
    const added = [...new Map(add.map((subject) => [subject.id, subject])).values()].filter(
      ({ id }) => !known.has(id),
    );
    await refuseUnlessStanding(tx, added);
    await refuseDecided(tx, risk, added);
    const gone = new Set(remove.map(({ id }) => id));
    const left = [...before, ...added].filter(({ id }) => !gone.has(id));
    const removed = before.filter(({ id }) => gone.has(id));
    if (removed.length > 0 && left.length === 0 && !risk.findingId)
      throw invalidField(
        'remove',
        'A risk concerns at least one thing. Add another one first, or close the risk.',
      );
    // What came from a finding is about that first.
    const first =
      own && gone.has(own.id) ? (left[0] ?? null) : (own ?? (risk.findingId ? null : (left[0] ?? null)));
    await insertFurtherSubjects(tx, risk.id, added, currentMember().memberId);
    await deleteFurtherSubjects(tx, risk.id, [...gone, ...(first ? [first.id] : [])]);
    const columns = {
      assetId: first?.type === 'asset' ? first.id : null,
      dataFlowId: first?.type === 'data-flow' ? first.id : null,
    };
    const key = { organizationId: tx.organizationId, id: risk.id };
    await saveVersion(tx, RiskRecord, key, risk.version, columns, 'risk');
    record(tx, risk, 'risk.subject-added', added);
    record(tx, risk, 'risk.subject-removed', removed);
    await this.acceptanceEnd.follow(tx, { ...risk, ...columns });
    return added.length;
  }
}

function firstOf({ assetId, dataFlowId }: RiskRecord): Subject | null {
  if (assetId) return { type: 'asset', id: assetId };
  return dataFlowId ? { type: 'data-flow', id: dataFlowId } : null;
}

async function refuseUnlessStanding(tx: WriteTx, added: readonly Subject[]): Promise<void> {
  if ((await standingSubjects(tx, added)).length < added.length)
    throw invalidField('add', 'There is no such asset or data flow here, or it is there no more.');
}

/** Each proposed threat is decided once for each thing. */
async function refuseDecided(tx: WriteTx, risk: RiskRecord, added: readonly Subject[]): Promise<void> {
  if (!risk.pairId) return;
  await holdProposals(tx, risk.assessmentId);
  const decided = await proposalDecisions(
    tx,
    risk.assessmentId,
    added.map(({ id }) => id),
  );
  const other = [...decided.values()].find(({ pairId }) => pairId === risk.pairId);
  if (!other) return;
  throw invalidField(
    'add',
    other.riskId
      ? 'One of these has a risk of the same threat and weak point already. Close that one, or keep it apart.'
      : 'For one of these the same threat and weak point were turned down in this analysis. Take that back first.',
  );
}

function record(
  tx: WriteTx,
  risk: RiskRecord,
  action: 'risk.subject-added' | 'risk.subject-removed',
  subjects: readonly Subject[],
): void {
  for (const { type, id } of subjects)
    tx.audit.record({
      action,
      target: { type: 'risk', id: risk.id },
      parent: { type: 'assessment', id: risk.assessmentId },
      detail: { subjectType: type, subjectId: id },
    });
}
