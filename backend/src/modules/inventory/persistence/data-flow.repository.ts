import { In } from 'typeorm';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { DataFlowFacts } from '../domain/data-flow.js';
import { DataFlowRecord } from './data-flow.record.js';
import { factsOfFlow } from './data-flow.rows.js';

export async function loadDataFlow(tx: WriteTx, id: string): Promise<DataFlowFacts> {
  const record = await tx.manager.findOneBy(DataFlowRecord, { organizationId: tx.organizationId, id });
  if (!record) throw notFound('data-flow');
  return factsOfRecord(record);
}

export async function loadDataFlows(
  tx: WriteTx,
  ids: readonly string[],
): Promise<Map<string, DataFlowFacts>> {
  if (ids.length === 0) return new Map();
  const records = await tx.manager.findBy(DataFlowRecord, {
    organizationId: tx.organizationId,
    id: In([...ids]),
  });
  return new Map(records.map((record) => [record.id, factsOfRecord(record)]));
}

function factsOfRecord(record: DataFlowRecord): DataFlowFacts {
  const {
    organizationId: _organization,
    id: _id,
    createdAt: _made,
    updatedAt: _changed,
    version: _version,
    ...row
  } = record;
  return factsOfFlow(row);
}

export async function addDataFlow(tx: WriteTx, id: string, facts: DataFlowFacts): Promise<void> {
  await tx.manager.insert(DataFlowRecord, dataFlowRow(tx, id, facts));
}

export function dataFlowRow(tx: WriteTx, id: string, facts: DataFlowFacts): DataFlowRecord {
  return {
    organizationId: tx.organizationId,
    id,
    ...columnsOf(facts),
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
}

export function saveDataFlow(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  facts: DataFlowFacts,
): Promise<number> {
  return saveVersion(
    tx,
    DataFlowRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    columnsOf(facts),
    'data-flow',
  );
}

function columnsOf({ from, to, ...rest }: DataFlowFacts) {
  return {
    ...rest,
    fromAssetId: from.assetId,
    fromVendorId: from.vendorId,
    fromParty: from.party,
    toAssetId: to.assetId,
    toVendorId: to.vendorId,
    toParty: to.party,
  };
}

/** Both ends must be here, and a vendor of a flow in use must be one that we work with: the answer names the field. */
export async function refuseUnknownEnds(
  tx: WriteTx,
  { from, to, active }: Pick<DataFlowFacts, 'from' | 'to' | 'active'>,
): Promise<void> {
  const fieldErrors: Record<string, string[]> = {};
  for (const [field, end] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (end.assetId !== null && !(await isOurAsset(tx, end.assetId)))
      fieldErrors[`${field}.assetId`] = ['Choose one of your assets.'];
    if (end.vendorId === null) continue;
    const message = await refusalOfVendor(tx, end.vendorId, active);
    if (message) fieldErrors[`${field}.vendorId`] = [message];
  }
  if (Object.keys(fieldErrors).length > 0) {
    throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
  }
}

async function isOurAsset(tx: ReadTx, id: string): Promise<boolean> {
  const rows = await tx.query('select 1 from asset where organization_id = $1 and id = $2', [
    tx.organizationId,
    id,
  ]);
  return rows.length > 0;
}

async function refusalOfVendor(tx: WriteTx, id: string, flowIsActive: boolean): Promise<string | null> {
  // Held until the commit, so that nobody ends the work with this vendor while a flow to it begins.
  const [vendor] = await tx.query<{ name: string; active: boolean }>(
    'select name, active from vendor where organization_id = $1 and id = $2 for share',
    [tx.organizationId, id],
  );
  if (!vendor) return 'Choose one of your vendors.';
  return flowIsActive && !vendor.active
    ? `You no longer work with ${vendor.name}. Take the vendor up again first, or choose another.`
    : null;
}

/** What is gone sends and receives nothing: the flows from and to it end first, by name. */
export async function refuseWhileFlowing(tx: WriteTx, assetId: string): Promise<void> {
  // A list that is bringing a flow to it holds it: whoever waits here sees that flow.
  await tx.query('select 1 from asset where organization_id = $1 and id = $2 for update', [
    tx.organizationId,
    assetId,
  ]);
  const flows = await tx.query<{ name: string }>(
    `select name from data_flow where organization_id = $1 and active and $2 in (from_asset_id, to_asset_id)
     order by lower(name), id limit 4`,
    [tx.organizationId, assetId],
  );
  if (flows.length === 0) return;
  const names = flows.slice(0, 3).map(({ name }) => `“${name}”`);
  throw new DomainError(
    'asset.in-use',
    'conflict',
    `Data flows still begin or end at it: ${names.join(', ')}${flows.length > 3 ? ' and others' : ''}. End them first, or give them another end.`,
  );
}
