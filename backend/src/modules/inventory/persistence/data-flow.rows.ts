import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import { agreementStanding, allowsEphi, type AgreementStatus } from '../../vendors/index.js';
import { flowConcerns, type FlowConcern } from '../domain/flow-concerns.js';
import type { DataFlowFacts, FlowEnd } from '../domain/data-flow.js';

interface VendorOfFlow {
  id: string;
  name: string;
  agreementStatus: AgreementStatus;
  agreementEndsOn: CalendarDate | null;
}

/** A flow with the names of its ends. */
export interface PlainFlowRow extends Omit<DataFlowFacts, 'from' | 'to'> {
  id: string;
  fromAssetId: string | null;
  fromVendorId: string | null;
  fromName: string;
  toAssetId: string | null;
  toVendorId: string | null;
  toName: string;
  version: number;
}

export interface DataFlowRow extends PlainFlowRow {
  fromTag: string | null;
  toTag: string | null;
  /** At its ends, and those who run an asset there. */
  vendors: VendorOfFlow[];
  createdAt: Date;
  updatedAt: Date;
}

const VENDOR = (
  v: string,
): string => `case when ${v}.id is null then null else json_build_object('id', ${v}.id,
  'name', ${v}.name, 'agreementStatus', ${v}.agreement_status, 'agreementEndsOn', ${v}.agreement_ends_on) end`;

export const PLAIN_FLOW_COLUMNS = `f.id, f.code, f.name, f.from_asset_id as "fromAssetId", f.from_vendor_id as "fromVendorId",
  coalesce(fa.name, fv.name, f.from_party) as "fromName",
  f.to_asset_id as "toAssetId", f.to_vendor_id as "toVendorId",
  coalesce(ta.name, tv.name, f.to_party) as "toName", f.counterparty, f.phi_types as "phiTypes", f.purpose,
  f.minimum_necessary as "minimumNecessary", f.transport_method as "transportMethod",
  f.transport_security as "transportSecurity", f.offshore, f.active, f.version`;

export const DATA_FLOW_COLUMNS = `${PLAIN_FLOW_COLUMNS}, fa.tag as "fromTag", ta.tag as "toTag",
  f.created_at as "createdAt", f.updated_at as "updatedAt",
  json_build_array(${['fv', 'tv', 'fr', 'tr'].map(VENDOR).join(', ')}) as vendors`;

/** A flow to a vendor reaches also who runs the asset at its end: reachesVendorSql says the same. */
const RUNS = (
  v: string,
  a: string,
): string => `left join vendor ${v} on ${v}.organization_id = f.organization_id
  and f.counterparty = 'vendor' and lower(${v}.name) = lower(${a}.vendor_name)`;

export const FLOW_END_JOINS = `left join asset fa on fa.organization_id = f.organization_id and fa.id = f.from_asset_id
  left join asset ta on ta.organization_id = f.organization_id and ta.id = f.to_asset_id
  left join vendor fv on fv.organization_id = f.organization_id and fv.id = f.from_vendor_id
  left join vendor tv on tv.organization_id = f.organization_id and tv.id = f.to_vendor_id`;

export const DATA_FLOW_JOINS = `${FLOW_END_JOINS}
  ${RUNS('fr', 'fa')}
  ${RUNS('tr', 'ta')}`;

/** The vendors that a flow reaches, each once, with their agreements as they stand today. */
export function vendorsOf({ vendors }: Pick<DataFlowRow, 'vendors'>, today: CalendarDate) {
  const reached = new Map(
    (vendors as (VendorOfFlow | null)[]).flatMap((one) => (one ? [[one.id, one]] : [])),
  );
  return [...reached.values()].map((vendor) => {
    const agreement = agreementStanding(vendor, today);
    return { id: vendor.id, name: vendor.name, agreement, allowsEphi: allowsEphi(agreement) };
  });
}

export function concernsOf(row: DataFlowRow, today: CalendarDate): FlowConcern[] {
  return flowConcerns({ ...row, vendors: vendorsOf(row, today) });
}

export function dataFlowView(row: DataFlowRow, today: CalendarDate) {
  return {
    id: typedId('dataFlow', row.id),
    code: row.code,
    name: row.name,
    from: end(row.fromAssetId, row.fromVendorId, row.fromTag, row.fromName),
    to: end(row.toAssetId, row.toVendorId, row.toTag, row.toName),
    counterparty: row.counterparty,
    phiTypes: row.phiTypes,
    purpose: row.purpose,
    minimumNecessary: row.minimumNecessary,
    transportMethod: row.transportMethod,
    transportSecurity: row.transportSecurity,
    offshore: row.offshore,
    active: row.active,
    vendors: vendorsOf(row, today).map(({ id, name, agreement }) => ({
      id: typedId('vendor', id),
      name,
      agreement,
    })),
    concerns: concernsOf(row, today),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

function end(assetId: string | null, vendorId: string | null, tag: string | null, name: string) {
  return {
    assetId: typedIdOrNull('asset', assetId),
    vendorId: typedIdOrNull('vendor', vendorId),
    party: assetId === null && vendorId === null ? name : null,
    tag,
    name,
  };
}

export function endOf(assetId: string | null, vendorId: string | null, party: string | null): FlowEnd {
  if (assetId !== null) return { assetId, vendorId: null, party: null };
  if (vendorId !== null) return { assetId: null, vendorId, party: null };
  return { assetId: null, vendorId: null, party: party ?? '' };
}

/** What a person said of a flow, as it is stored. */
export type FlowFactRow = Omit<DataFlowFacts, 'from' | 'to'> & {
  fromAssetId: string | null;
  fromVendorId: string | null;
  fromParty: string | null;
  toAssetId: string | null;
  toVendorId: string | null;
  toParty: string | null;
};

export const FLOW_FACT_COLUMNS = `f.code, f.name, f.from_asset_id as "fromAssetId", f.from_vendor_id as "fromVendorId",
  f.from_party as "fromParty", f.to_asset_id as "toAssetId", f.to_vendor_id as "toVendorId", f.to_party as "toParty",
  f.counterparty, f.phi_types as "phiTypes", f.purpose, f.minimum_necessary as "minimumNecessary",
  f.transport_method as "transportMethod", f.transport_security as "transportSecurity", f.offshore, f.active`;

export function factsOfFlow({
  fromAssetId,
  fromVendorId,
  fromParty,
  toAssetId,
  toVendorId,
  toParty,
  ...facts
}: FlowFactRow): DataFlowFacts {
  return {
    ...facts,
    from: endOf(fromAssetId, fromVendorId, fromParty),
    to: endOf(toAssetId, toVendorId, toParty),
  };
}

export async function readDataFlow(tx: ReadTx, id: string): Promise<DataFlowRow | undefined> {
  const [row] = await tx.query<DataFlowRow>(
    `select ${DATA_FLOW_COLUMNS} from data_flow f ${DATA_FLOW_JOINS} where f.organization_id = $1 and f.id = $2`,
    [tx.organizationId, id],
  );
  return row;
}
