import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { flowConcerns } from '../domain/flow-concerns.js';
import type { DataFlowFacts, FlowEnd } from '../domain/data-flow.js';

export interface DataFlowRow extends Omit<DataFlowFacts, 'from' | 'to'> {
  id: string;
  fromAssetId: string | null;
  fromTag: string | null;
  fromName: string;
  toAssetId: string | null;
  toTag: string | null;
  toName: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const DATA_FLOW_COLUMNS = `f.id, f.name, f.from_asset_id as "fromAssetId", fa.tag as "fromTag",
  coalesce(fa.name, f.from_party) as "fromName", f.to_asset_id as "toAssetId", ta.tag as "toTag",
  coalesce(ta.name, f.to_party) as "toName", f.counterparty, f.phi_types as "phiTypes", f.purpose,
  f.minimum_necessary as "minimumNecessary", f.transport_method as "transportMethod",
  f.transport_security as "transportSecurity", f.offshore, f.active, f.created_at as "createdAt",
  f.updated_at as "updatedAt", f.version`;

export const DATA_FLOW_JOINS = `left join asset fa on fa.organization_id = f.organization_id and fa.id = f.from_asset_id
  left join asset ta on ta.organization_id = f.organization_id and ta.id = f.to_asset_id`;

export function dataFlowView(row: DataFlowRow) {
  return {
    id: typedId('dataFlow', row.id),
    name: row.name,
    from: end(row.fromAssetId, row.fromTag, row.fromName),
    to: end(row.toAssetId, row.toTag, row.toName),
    counterparty: row.counterparty,
    phiTypes: row.phiTypes,
    purpose: row.purpose,
    minimumNecessary: row.minimumNecessary,
    transportMethod: row.transportMethod,
    transportSecurity: row.transportSecurity,
    offshore: row.offshore,
    active: row.active,
    concerns: flowConcerns(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

function end(assetId: string | null, tag: string | null, name: string) {
  return assetId === null
    ? { assetId: null, party: name, tag: null, name }
    : { assetId: typedId('asset', assetId), party: null, tag, name };
}

export function endOf(assetId: string | null, party: string | null): FlowEnd {
  return assetId === null ? { assetId: null, party: party ?? '' } : { assetId, party: null };
}

export async function readDataFlow(tx: ReadTx, id: string): Promise<DataFlowRow | undefined> {
  const [row] = await tx.query<DataFlowRow>(
    `select ${DATA_FLOW_COLUMNS} from data_flow f ${DATA_FLOW_JOINS} where f.organization_id = $1 and f.id = $2`,
    [tx.organizationId, id],
  );
  return row;
}
