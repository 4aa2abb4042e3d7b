import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { insertRisks, type NewRisk } from '../persistence/risk.repository.js';
import type { RiskRecord } from '../persistence/risk.record.js';

export type { NewRisk };

/** Enters risks into the register and records each. The caller has made sure that the assessment takes them. */
export async function addRisks(
  tx: WriteTx,
  drafts: readonly NewRisk[],
  source: 'manual' | 'finding' | 'proposal',
): Promise<RiskRecord[]> {
  const risks = await insertRisks(tx, drafts);
  for (const risk of risks) {
    tx.audit.record({
      action: 'risk.created',
      target: { type: 'risk', id: risk.id },
      parent: { type: 'assessment', id: risk.assessmentId },
      detail: { number: risk.number, source },
    });
  }
  return risks;
}
