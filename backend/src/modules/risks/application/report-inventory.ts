import {
  assetsInInventory,
  dataFlowsInInventory,
  recordedSanitizations,
  type InventoryAsset,
  type InventoryDataFlow,
} from '../../inventory/index.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { flowsInScope } from '../domain/in-scope.js';
import type { ReportHead } from '../persistence/report-head.query.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';

export interface ReportedInventory {
  assets: InventoryAsset[];
  /** Those in scope, and for their names those that something in the register still speaks of. */
  flows: InventoryDataFlow[];
  view: Pick<AssessmentReport, 'assets' | 'sanitizations' | 'dataFlows'>;
}

/** The inventory as the analysis looked at it: what was left out stands there with its reason. */
export async function reportInventory(
  tx: ReadTx,
  { exclusions, previousSignedAt }: Pick<ReportHead, 'exclusions' | 'previousSignedAt'>,
  namedFlows: ReadonlySet<string>,
): Promise<ReportedInventory> {
  const reasons = new Map(Object.entries(exclusions));
  const assets = await assetsInInventory(tx);
  const active = await dataFlowsInInventory(tx);
  const known = new Set(active.map(({ id }) => id));
  const others = [...namedFlows].filter((id) => !known.has(id));
  const named = others.length > 0 ? await dataFlowsInInventory(tx, others) : [];
  return {
    assets,
    flows: [...active, ...named],
    view: {
      assets: assets
        .filter(({ id, lifecycle }) => lifecycle !== 'disposed' || reasons.has(id))
        .map((asset) => assetView(asset, reasons.get(asset.id))),
      sanitizations: await recordedSanitizations(tx, previousSignedAt),
      dataFlows: flowsInScope(active, new Set(reasons.keys())).map(flowView),
    },
  };
}

export function assetView(
  asset: InventoryAsset,
  exclusionReason: string | undefined,
): AssessmentReport['assets'][number] {
  const { id: _id, siteId: _site, ownerId: _owner, version: _version, ...facts } = asset;
  return { ...facts, inScope: exclusionReason === undefined, exclusionReason: exclusionReason ?? '' };
}

export function flowView(flow: InventoryDataFlow): AssessmentReport['dataFlows'][number] {
  const {
    name,
    counterparty,
    phiTypes,
    purpose,
    minimumNecessary,
    transportMethod,
    transportSecurity,
    offshore,
  } = flow;
  return {
    name,
    from: flow.fromName,
    to: flow.toName,
    counterparty,
    phiTypes,
    purpose,
    minimumNecessary,
    transportMethod,
    transportSecurity,
    offshore,
  };
}
