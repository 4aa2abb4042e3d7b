import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { takeNumbers } from './register-number.js';
import { RiskRecord } from './risk.record.js';

/** What a risk may begin with; all else is empty until somebody rates it and decides. */
export type NewRisk = Pick<RiskRecord, 'assessmentId' | 'title'> &
  Partial<
    Pick<
      RiskRecord,
      | 'description'
      | 'pairId'
      | 'threatId'
      | 'vulnerabilityId'
      | 'assetId'
      | 'dataFlowId'
      | 'findingId'
      | 'safeguardIds'
      | 'ownerId'
    >
  >;

const BATCH = 200;

/** Enters risks under the next numbers of the register. */
export async function insertRisks(tx: WriteTx, drafts: readonly NewRisk[]): Promise<RiskRecord[]> {
  const first = await takeNumbers(tx, 'risk');
  const risks = drafts.map((draft, index) => ({ ...emptyRisk(tx), ...draft, number: first + index }));
  for (let from = 0; from < risks.length; from += BATCH) {
    await tx.manager.insert(RiskRecord, risks.slice(from, from + BATCH));
  }
  return risks;
}

/** The risk as it stays until this transaction ends: who changes it and who approves it wait for each other. */
export async function lockRisk(tx: WriteTx, id: string): Promise<RiskRecord | null> {
  await tx.query('select 1 from risk where organization_id = $1 and id = $2 for no key update', [
    tx.organizationId,
    id,
  ]);
  return findRisk(tx, id);
}

export function findRisk(tx: WriteTx, id: string): Promise<RiskRecord | null> {
  return tx.manager.findOneBy(RiskRecord, { organizationId: tx.organizationId, id });
}

function emptyRisk(tx: WriteTx): Omit<RiskRecord, 'assessmentId' | 'title' | 'number'> {
  return {
    organizationId: tx.organizationId,
    id: newId(),
    description: '',
    pairId: null,
    threatId: null,
    vulnerabilityId: null,
    assetId: null,
    dataFlowId: null,
    findingId: null,
    inherentLikelihood: null,
    inherentImpact: null,
    inherentLevel: null,
    inherentRank: null,
    safeguards: '',
    safeguardIds: [],
    residualLikelihood: null,
    residualImpact: null,
    residualLevel: null,
    residualRank: null,
    ratingReason: '',
    treatment: null,
    treatmentReason: '',
    ownerId: null,
    status: 'open',
    ratedBy: null,
    ratedAt: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
}
