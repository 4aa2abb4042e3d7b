import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { findingForRisk, riskOfFinding } from '../persistence/finding-for-risk.js';
import { subjectExists } from '../persistence/risk-subject.js';
import type { CreateRiskRequest, RiskView, UpdateRiskRequest } from '../risk.schemas.js';
import { addRisks, type NewRisk } from './add-risks.js';
import { refuseCarriedOn } from './carried-on.js';
import { ChangeRisk } from './change-risk.js';
import { ShowRisk } from './show-risk.js';

/** A risk by hand, or from a finding that the questionnaire or a data flow raised. */
@Injectable()
export class CreateRisk {
  constructor(
    private readonly db: TenantDb,
    private readonly changeRisk: ChangeRisk,
    private readonly show: ShowRisk,
  ) {}

  execute(request: CreateRiskRequest): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const { draft, source } = await draftOf(tx, request);
      const pins = await assessmentPins(tx, draft.assessmentId, 'keep');
      refuseWhileStill(pins.status);
      await refuseCarriedOn(tx, pins);
      const [risk] = await addRisks(tx, [draft], source);
      const decisions = decisionsOf(request);
      if (Object.keys(decisions).length > 0) await this.changeRisk.within(tx, risk!, pins, decisions);
      return this.show.within(tx, risk!.id);
    });
  }
}

async function draftOf(
  tx: WriteTx,
  request: CreateRiskRequest,
): Promise<{ draft: NewRisk; source: 'manual' | 'finding' }> {
  const { assetId = null, dataFlowId = null, findingId } = request;
  if (assetId && !(await subjectExists(tx, 'asset', assetId)))
    throw invalidField('assetId', 'There is no such asset here.');
  if (dataFlowId && !(await subjectExists(tx, 'data_flow', dataFlowId)))
    throw invalidField('dataFlowId', 'There is no such data flow here.');
  if (findingId === undefined) {
    const { assessmentId, title, description = '' } = request;
    return {
      draft: { assessmentId: assessmentId!, title: title!, description, assetId, dataFlowId },
      source: 'manual',
    };
  }
  const finding = await findingForRisk(tx, findingId);
  if (!finding) throw notFound('finding');
  if (request.assessmentId && request.assessmentId !== finding.assessmentId) {
    throw invalidField('assessmentId', 'This finding belongs to another analysis.');
  }
  if (await riskOfFinding(tx, findingId)) {
    throw new DomainError(
      'risk.exists',
      'conflict',
      'This finding has a risk already. Open that one and change it.',
    );
  }
  const { title = finding.title, description = finding.detail } = request;
  return {
    draft: { assessmentId: finding.assessmentId, title, description, findingId, assetId, dataFlowId },
    source: 'finding',
  };
}

function decisionsOf(request: CreateRiskRequest): UpdateRiskRequest {
  const {
    assessmentId: _a,
    findingId: _f,
    title: _t,
    description: _d,
    assetId: _s,
    dataFlowId: _w,
    ...decisions
  } = request;
  return Object.fromEntries(Object.entries(decisions).filter(([, value]) => value !== undefined));
}
