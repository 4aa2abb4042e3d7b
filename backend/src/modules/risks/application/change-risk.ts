import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import {
  isLoweredByNothing,
  isRerated,
  levelsOf,
  refusalsOf,
  statusRefusal,
  type FieldErrors,
  type RiskFields,
  type RiskLevels,
} from '../domain/risk.js';
import { actionsOfRisk } from '../persistence/actions-of-risk.js';
import { refuseUnlessOwner } from '../persistence/active-member.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { wasLoweredByFix } from '../persistence/effect.repository.js';
import { RiskRecord } from '../persistence/risk.record.js';
import { lockRisk } from '../persistence/risk.repository.js';
import type { RiskView, UpdateRiskRequest } from '../risk.schemas.js';
import { AcceptanceEnd } from './acceptance-end.js';
import { AssessmentPacks } from './assessment-packs.js';
import { refuseCarriedOn } from './carried-on.js';
import { reviewByRating } from './review-by-rating.js';
import { ShowRisk } from './show-risk.js';

/** Rates a risk, decides about it, hands it to somebody. After the sign-off the register lives on; the snapshot does not. */
@Injectable()
export class ChangeRisk {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
    private readonly acceptanceEnd: AcceptanceEnd,
    private readonly show: ShowRisk,
  ) {}

  execute(id: string, version: number, request: UpdateRiskRequest): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const risk = await lockRisk(tx, id);
      if (!risk) throw notFound('risk');
      if (risk.version !== version) throw stale('risk');
      const pins = await assessmentPins(tx, risk.assessmentId, 'keep');
      refuseWhileStill(pins.status);
      await this.within(tx, risk, pins, request);
      return this.show.within(tx, id);
    });
  }

  async within(
    tx: WriteTx,
    risk: RiskRecord,
    pins: AssessmentPins,
    request: UpdateRiskRequest,
    /** Why a carried risk is rated anew, where the check of a fix says it and not a person with the rating. */
    reviewReason?: string,
  ): Promise<void> {
    const before = fieldsOf(risk);
    const after: RiskFields = { ...before, ...withoutUndefined(request) };
    const scale = await this.packs.scaleOf(tx, pins);
    const { safeguards } = await this.packs.threatsOf(pins);
    // What came with the risk from an analysis of other packs stays until somebody takes it off.
    const known = new Set([...safeguards.map(({ id }) => id), ...before.safeguardIds]);
    const isUnsaid = reviewReason === undefined && isLoweredByNothing(before, after, scale);
    const fieldErrors: FieldErrors = {
      ...refusalsOf(after, scale, known),
      ...(isUnsaid && !(await wasLoweredByFix(tx, risk.id)) ? SAFEGUARDS_ASKED : {}),
    };
    if (Object.keys(fieldErrors).length > 0) {
      throw new DomainError('risk.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
    }
    if (after.ownerId !== null && after.ownerId !== before.ownerId)
      await refuseUnlessOwner(tx, after.ownerId, 'ownerId');
    if (after.status !== before.status) {
      const refusal = statusRefusal(before.status, after.status, {
        isRated: levelsOf(after, scale).residual !== null,
        treatment: after.treatment,
        ...(await actionsOfRisk(tx, risk.id)),
      });
      if (refusal) throw invalidField('status', refusal, 'risk.status-not-possible');
      if (after.status === 'open') await refuseCarriedOn(tx, pins);
    }
    const rerated = isRerated(before, after);
    const levels = levelsOf(after, scale);
    if (rerated && levels.residual)
      await reviewByRating(tx, risk, pins, {
        before: risk.ratingReason,
        now: after.ratingReason,
        ofFix: reviewReason,
      });
    await saveVersion(
      tx,
      RiskRecord,
      { organizationId: tx.organizationId, id: risk.id },
      risk.version,
      rowOf(tx, after, levels, rerated),
      'risk',
    );
    record(tx, risk, pins, changesBetween<object>(before, after), rerated ? levels : null);
    await this.acceptanceEnd.follow(tx, { ...risk, ...rowOf(tx, after, levels, rerated) });
  }
}

const SAFEGUARDS_ASKED: FieldErrors = {
  safeguards: [
    'What remains is rated lower than the risk without safeguards. Say what makes the difference, or rate both alike.',
  ],
};

function rowOf(tx: WriteTx, after: RiskFields, levels: RiskLevels, rerated: boolean): Partial<RiskRecord> {
  const isRated = after.inherentLikelihood !== null;
  return {
    ...after,
    safeguardIds: [...after.safeguardIds],
    inherentLevel: levels.inherent?.id ?? null,
    inherentRank: levels.inherent?.rank ?? null,
    residualLevel: levels.residual?.id ?? null,
    residualRank: levels.residual?.rank ?? null,
    ...(rerated
      ? { ratedBy: isRated ? currentMember().memberId : null, ratedAt: isRated ? tx.now : null }
      : {}),
  };
}

function record(
  tx: WriteTx,
  risk: RiskRecord,
  pins: AssessmentPins,
  changes: ReturnType<typeof changesBetween>,
  levels: RiskLevels | null,
): void {
  const about = {
    target: { type: 'risk', id: risk.id },
    parent: { type: 'assessment', id: risk.assessmentId },
  };
  tx.audit.record({ action: 'risk.updated', ...about, changes, detail: { assessmentStatus: pins.status } });
  if (!levels) return;
  tx.audit.record({
    action: 'risk.rated',
    ...about,
    detail: {
      assessmentStatus: pins.status,
      inherentLevel: levels.inherent?.id ?? null,
      residualLevel: levels.residual?.id ?? null,
    },
  });
}

function fieldsOf(risk: RiskRecord): RiskFields {
  const {
    title,
    description,
    inherentLikelihood,
    inherentImpact,
    safeguards,
    safeguardIds,
    residualLikelihood,
  } = risk;
  const { residualImpact, ratingReason, treatment, treatmentReason, ownerId, status } = risk;
  return {
    title,
    description,
    inherentLikelihood,
    inherentImpact,
    safeguards,
    safeguardIds,
    residualLikelihood,
    residualImpact,
    ratingReason,
    treatment,
    treatmentReason,
    ownerId,
    status,
  };
}

function withoutUndefined(request: UpdateRiskRequest): Partial<RiskFields> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}
