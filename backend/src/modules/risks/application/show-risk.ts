import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import type { ThreatCatalog } from '../../compliance/index.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import { RISK_STATUS_MOVES } from '../domain/risk.js';
import { suggestedStep } from '../domain/suggested-step.js';
import { riskDetail, type RiskDetail } from '../persistence/risk-detail.query.js';
import type { RiskView } from '../risk.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { registerViewer } from './register-viewer.js';
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
    const scale = await this.packs.scaleOf(detail.pins);
    const threats = await this.packs.threatsOf(detail.pins);
    return {
      ...detail,
      ...namesOf(detail, threats, scale),
      inherent: withLevel(detail.inherent, scale),
      residual: withLevel(detail.residual, scale),
      scale: scaleView(scale),
      safeguardChoices: threats.safeguards.map(({ id: safeguardId, title, description }) => ({
        id: safeguardId,
        title,
        description,
      })),
      allowedActions: allowed(detail),
    };
  }
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

function allowed({ pins, status, residual, treatment }: RiskDetail): RiskView['allowedActions'] {
  const viewer = registerViewer();
  // While the analysis waits for approval nothing that its approver reads changes.
  if (pins.status === 'in-review') return [];
  // What nobody judged cannot be done with.
  const moves = RISK_STATUS_MOVES[status].filter((to) => to === 'open' || (residual && treatment));
  return [...(viewer.rates ? ['update' as const, ...moves] : []), ...(viewer.plans ? ['plan' as const] : [])];
}
