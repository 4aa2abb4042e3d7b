import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import type { ThreatCatalog } from '../../compliance/index.js';
import { acceptedState, type AcceptedState } from '../domain/acceptance.js';
import { reviewRefusal, type ReviewStanding } from '../domain/carried-risk.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import { standsStill } from '../domain/register-gate.js';
import { RISK_STATUS_MOVES } from '../domain/risk.js';
import { suggestedStep } from '../domain/suggested-step.js';
import { furtherSubjects, type Subject } from '../persistence/further-subjects.js';
import { riskDetail, type RiskDetail } from '../persistence/risk-detail.query.js';
import type { RiskView } from '../risk.schemas.js';
import { acceptanceApprovers } from './acceptance-approvers.js';
import { acceptanceViews } from './acceptance-views.js';
import { AssessmentPacks } from './assessment-packs.js';
import { carriedView } from './carried-view.js';
import { registerViewer } from './register-viewer.js';
import { citationsOf } from './risk-citations.js';
import { scaleView } from './scale-view.js';

@Injectable()
export class ShowRisk {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(id: string): Promise<RiskView> {
    return this.db.read((tx) => this.within(tx, id));
  }

  /** As it is inside a transaction: what a write answers with. */
  async within(tx: ReadTx, id: string): Promise<RiskView> {
    const detail = await riskDetail(tx, id);
    const scale = await this.packs.scaleOf(tx, detail.pins);
    const threats = await this.packs.threatsOf(detail.pins);
    const state = stateOf(detail, await furtherSubjects(tx, id));
    const ownerId = detail.owner && uuidOf(detail.owner.id);
    const isStill = standsStill(detail.pins.status);
    const acceptances = await acceptanceViews(tx, { id, ownerId, state, isStill });
    const allowedActions = allowed(detail, acceptances);
    const mayAsk = allowedActions.includes('ask-acceptance');
    const { findingCitations, ...shown } = detail;
    return {
      ...shown,
      citations: citationsOf(detail, threats, findingCitations),
      acceptances,
      acceptanceApprovers: isStill ? null : await acceptanceApprovers(tx, ownerId, acceptances, mayAsk),
      carried: await carriedView(tx, detail.carried, this.packs),
      ...namesOf(detail, threats, scale),
      inherent: withLevel(detail.inherent, scale),
      residual: withLevel(detail.residual, scale),
      actions: detail.actions.map((action) => ({ ...action, expected: withLevel(action.expected, scale) })),
      scale: scaleView(scale),
      safeguardChoices: threats.safeguards.map(({ id: safeguardId, title, description }) => ({
        id: safeguardId,
        title,
        description,
      })),
      allowedActions,
    };
  }
}

/** What an acceptance of it would be about. */
function stateOf(detail: RiskDetail, further: readonly Subject[]): AcceptedState {
  const { subject, inherent, residual } = detail;
  const id = subject && uuidOf(subject.id);
  const asRow = {
    ...detail,
    assetId: id,
    dataFlowId: null,
    findingId: null,
    inherentLikelihood: inherent?.likelihood ?? null,
    inherentImpact: inherent?.impact ?? null,
    inherentLevel: inherent?.level ?? null,
    residualLikelihood: residual?.likelihood ?? null,
    residualImpact: residual?.impact ?? null,
    residualLevel: residual?.level ?? null,
  };
  return acceptedState(asRow, further);
}

function namesOf(
  detail: RiskDetail,
  threats: ThreatCatalog,
  scale: RatingScale,
): Pick<RiskView, 'threat' | 'vulnerability' | 'suggestion'> {
  const pair = threats.pairs.find(({ id }) => id === detail.pairId);
  const likelihood = pair && suggestedStep(scale.likelihood, pair.suggestedLikelihood);
  const impact = pair && suggestedStep(scale.impact, pair.suggestedImpact);
  return {
    threat: threats.threats.find(({ id }) => id === detail.threatId) ?? null,
    vulnerability: threats.vulnerabilities.find(({ id }) => id === detail.vulnerabilityId) ?? null,
    suggestion:
      pair && likelihood && impact
        ? { rationale: pair.rationale, likelihood, impact, safeguardIds: [...pair.safeguards] }
        : null,
  };
}

function withLevel(stored: RiskDetail['inherent'], scale: RatingScale): RiskView['inherent'] {
  const level = stored && levelById(scale, stored.level);
  return stored && level ? { ...stored, level } : null;
}

function reviewStanding({ pins, status, residual, carried }: RiskDetail): ReviewStanding {
  return {
    assessmentStatus: pins.status,
    isCarried: carried !== null,
    isReviewed: carried !== null && carried.review !== null,
    isClosed: status === 'closed',
    isRated: residual !== null,
  };
}

function allowed(detail: RiskDetail, acceptances: RiskView['acceptances']): RiskView['allowedActions'] {
  const { pins, status, residual, treatment } = detail;
  const viewer = registerViewer();
  // While the analysis waits for approval nothing that its approver reads changes; what was withdrawn never does.
  if (standsStill(pins.status)) return [];
  // What nobody judged cannot be done with.
  const moves = RISK_STATUS_MOVES[status].filter((to) => to === 'open' || (residual && treatment));
  const isAsked = acceptances.some(({ standing }) => standing === 'asked');
  const mayAsk = viewer.rates && residual && treatment === 'accept' && status !== 'closed' && !isAsked;
  const ask = mayAsk ? ['ask-acceptance' as const] : [];
  const waits = reviewRefusal(reviewStanding(detail)) === null;
  return [
    ...ask,
    ...(viewer.rates && waits ? ['review' as const] : []),
    ...(viewer.rates ? ['update' as const, ...moves] : []),
    ...(viewer.plans ? ['plan' as const] : []),
  ];
}
