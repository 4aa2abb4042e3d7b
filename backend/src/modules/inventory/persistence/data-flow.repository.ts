import { In } from 'typeorm';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { DataFlowFacts } from '../domain/data-flow.js';
import { DataFlowRecord } from './data-flow.record.js';
import { factsOfFlow } from './data-flow.rows.js';
import { idsOf } from './flow-ends.js';

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

/** Both ends must be here, and a flow in use needs both of them in use: the answer names the field. */
export async function refuseUnknownEnds(
  tx: WriteTx,
  { from, to, active }: Pick<DataFlowFacts, 'from' | 'to' | 'active'>,
): Promise<void> {
  const fieldErrors: Record<string, string[]> = {};
  const assets = await holdAssets(tx, idsOf([from.assetId, to.assetId]));
  for (const [field, end] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const message = end.assetId === null ? null : refusalOfAsset(assets.get(end.assetId), active);
    if (message) fieldErrors[`${field}.assetId`] = [message];
    if (end.vendorId === null) continue;
    const refusal = await refusalOfVendor(tx, end.vendorId, active);
    if (refusal) fieldErrors[`${field}.vendorId`] = [refusal];
  }
  if (Object.keys(fieldErrors).length > 0) {
    throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
  }
}

interface HeldAsset {
  id: string;
  name: string;
  isDisposed: boolean;
}

/** Held until the commit, so that nobody disposes of one while a flow begins or ends there. */
async function holdAssets(tx: WriteTx, ids: readonly string[]): Promise<Map<string, HeldAsset>> {
  const rows = await tx.query<HeldAsset>(
    `select id, name, lifecycle = 'disposed' as "isDisposed" from asset
     where organization_id = $1 and id = any ($2::uuid[]) order by id for share`,
    [tx.organizationId, ids],
  );
  return new Map(rows.map((asset) => [asset.id, asset]));
}

function refusalOfAsset(asset: HeldAsset | undefined, flowIsActive: boolean): string | null {
  if (!asset) return 'Choose one of your assets.';
  return flowIsActive && asset.isDisposed
    ? `${asset.name} was disposed of, so that nothing flows there any more. Choose another asset.`
    : null;
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
  // Whoever is bringing a flow to it holds it: whoever waits here sees that flow.
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
