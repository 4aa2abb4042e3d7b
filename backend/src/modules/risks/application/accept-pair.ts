import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ThreatCatalog } from '../../compliance/index.js';
import { insertFurtherSubjects } from '../persistence/further-subjects.js';
import type { NamedSubject } from '../persistence/proposal-subjects.query.js';
import type { RiskRecord } from '../persistence/risk.record.js';
import { lockRisk } from '../persistence/risk.repository.js';
import type { AcceptedPair, AcceptPairRequest } from '../proposal.schemas.js';
import { addRisks } from './add-risks.js';
import { ChangeRiskSubjects } from './change-risk-subjects.js';
import { DecideTogether } from './decide-together.js';

/** Makes one risk of a pair for all that a filter leaves: what is rated and treated alike is rated and treated once. */
@Injectable()
export class AcceptPair {
  constructor(
    private readonly together: DecideTogether,
    private readonly subjects: ChangeRiskSubjects,
  ) {}

  async execute(
    assessmentId: string,
    pairId: string,
    { riskId, ...asked }: AcceptPairRequest,
  ): Promise<AcceptedPair> {
    const made: RiskRecord[] = [];
    const outcome = await this.together.execute(
      { assessmentId, pairId, asked },
      'accepted',
      async (tx, subjects, catalog) => {
        const risk = riskId
          ? await this.extended(tx, { riskId, assessmentId, pairId }, subjects)
          : await entered(tx, { assessmentId, pairId }, subjects, catalog);
        made.push(risk);
        record(tx, risk, pairId, subjects);
      },
    );
    const [{ id, number }] = made as [RiskRecord];
    return { ...outcome, risk: { id: typedId('risk', id), number } };
  }

  private async extended(
    tx: WriteTx,
    { riskId, assessmentId, pairId }: Asked & { riskId: string },
    subjects: readonly NamedSubject[],
  ): Promise<RiskRecord> {
    const risk = await lockRisk(tx, riskId);
    const fits = risk?.assessmentId === assessmentId && risk.pairId === pairId && risk.status !== 'closed';
    if (!fits) throw invalidField('riskId', 'Choose an open risk of this analysis, threat and weak point.');
    await this.subjects.within(tx, risk, { add: subjects, remove: [] });
    return risk;
  }
}

interface Asked {
  assessmentId: string;
  pairId: string;
}

async function entered(
  tx: WriteTx,
  { assessmentId, pairId }: Asked,
  subjects: readonly NamedSubject[],
  { pairs, threats, vulnerabilities }: ThreatCatalog,
): Promise<RiskRecord> {
  const pair = pairs.find(({ id }) => id === pairId)!;
  const threat = threats.find(({ id }) => id === pair.threat)!;
  const weakPoint = vulnerabilities.find(({ id }) => id === pair.vulnerability)!;
  const [first, ...others] = subjects as [NamedSubject, ...NamedSubject[]];
  const [risk] = await addRisks(
    tx,
    [
      {
        assessmentId,
        title: (others.length > 0 ? threat.title : `${first.name}: ${threat.title}`).slice(0, 300),
        description: `${weakPoint.title}. ${pair.rationale}`,
        pairId,
        threatId: pair.threat,
        vulnerabilityId: pair.vulnerability,
        ...(first.type === 'asset' ? { assetId: first.id } : { dataFlowId: first.id }),
      },
    ],
    'proposal',
  );
  await insertFurtherSubjects(tx, risk!.id, others, currentMember().memberId);
  return risk!;
}

function record(tx: WriteTx, risk: RiskRecord, pairId: string, subjects: readonly NamedSubject[]): void {
  for (const { type, id } of subjects)
    tx.audit.record({
      action: 'proposal.accepted',
      target: { type: 'assessment', id: risk.assessmentId },
      detail: { pairId, subjectType: type, subjectId: id, riskId: risk.id },
    });
}
