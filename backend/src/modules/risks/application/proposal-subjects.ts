import type { ReadTx } from '../../../platform/database/tenant-db.js';
import {
  assetsInInventory,
  dataFlowsInInventory,
  type InventoryAsset,
  type InventoryDataFlow,
} from '../../inventory/index.js';
import { assetsInScope, flowsInScope } from '../domain/in-scope.js';
import type { ProposalSubject } from '../domain/proposals.js';
import { excludedAssetIds } from '../persistence/exclusions.js';

export interface NamedSubject extends ProposalSubject {
  tag: string | null;
  name: string;
}

/** Every asset and data flow that the analysis looks at, assets first. */
export async function proposalSubjects(tx: ReadTx, assessmentId: string): Promise<NamedSubject[]> {
  const excluded = await excludedAssetIds(tx, assessmentId);
  const assets = assetsInScope(await assetsInInventory(tx), excluded);
  const flows = flowsInScope(await dataFlowsInInventory(tx), excluded);
  return [...assets.map(assetSubject), ...flows.map(flowSubject)];
}

function assetSubject(asset: InventoryAsset): NamedSubject {
  const {
    id,
    tag,
    name,
    kind,
    holdsEphi,
    portable,
    internetFacing,
    hosting,
    encryptionAtRest,
    encryptionInTransit,
    backup,
    lifecycle,
  } = asset;
  return {
    type: 'asset',
    id,
    tag,
    name,
    kind,
    facts: {
      holdsEphi,
      portable,
      internetFacing,
      hosting,
      encryptionAtRest,
      encryptionInTransit,
      backup,
      lifecycle,
    },
  };
}

function flowSubject({
  id,
  name,
  transportSecurity,
  counterparty,
  offshore,
}: InventoryDataFlow): NamedSubject {
  return {
    type: 'data-flow',
    id,
    tag: null,
    name,
    kind: 'data-flow',
    facts: { transportSecurity, counterparty, offshore },
  };
}
