import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { dataFlowsInInventory } from '../../inventory/index.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { upkeepOf, type FindingDraft } from '../domain/finding.js';
import { flowFindings } from '../domain/flow-findings.js';
import { flowsInScope } from '../domain/in-scope.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { excludedAssetIds } from '../persistence/exclusions.js';
import { findingsOfSource, type StoredFinding } from '../persistence/finding.repository.js';
import { keepFinding } from './keep-finding.js';

export interface FlowFindingChanges {
  opened: number;
  changed: number;
  resolved: number;
}

/** Looks at the data flows of today: what stands out becomes a finding, what was mended is resolved. */
@Injectable()
export class RefreshFlowFindings {
  constructor(private readonly db: TenantDb) {}

  execute(assessmentId: string): Promise<FlowFindingChanges> {
    return this.db.write(async (tx) => {
      refuseUnlessDraft((await assessmentPins(tx, assessmentId, 'keep')).status);
      return this.within(tx, assessmentId);
    });
  }

  /** The caller has made sure that the analysis is a draft. */
  async within(tx: WriteTx, assessmentId: string): Promise<FlowFindingChanges> {
    const { stored, wanted } = await compare(tx, assessmentId);
    const changes: FlowFindingChanges = { opened: 0, changed: 0, resolved: 0 };
    for (const key of new Set([...stored.keys(), ...wanted.keys()])) {
      const [known, draft] = [stored.get(key) ?? null, wanted.get(key) ?? null];
      const upkeep = upkeepOf(known, draft);
      if (upkeep === 'leave') continue;
      changes[upkeep === 'open' ? 'opened' : upkeep === 'resolve' ? 'resolved' : 'changed'] += 1;
      await keepFinding(
        tx,
        { assessmentId, source: 'data-flow', sourceKey: key },
        known,
        draft,
        'The data flow no longer shows this.',
      );
    }
    tx.audit.record({
      action: 'assessment.flows-checked',
      target: { type: 'assessment', id: assessmentId },
      detail: { ...changes },
    });
    return changes;
  }

  /** How many findings would change if the flows were looked at now. */
  async outdated(tx: ReadTx, assessmentId: string): Promise<number> {
    const { stored, wanted } = await compare(tx, assessmentId);
    const keys = [...new Set([...stored.keys(), ...wanted.keys()])];
    return keys.filter((key) => upkeepOf(stored.get(key) ?? null, wanted.get(key) ?? null) !== 'leave')
      .length;
  }
}

async function compare(
  tx: ReadTx,
  assessmentId: string,
): Promise<{ stored: Map<string, StoredFinding>; wanted: Map<string, FindingDraft> }> {
  const flows = flowsInScope(await dataFlowsInInventory(tx), await excludedAssetIds(tx, assessmentId));
  const stored = await findingsOfSource(tx, assessmentId, 'data-flow');
  return {
    stored: new Map(stored.map((finding) => [finding.sourceKey, finding])),
    wanted: flowFindings(flows),
  };
}
