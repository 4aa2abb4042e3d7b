import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { KnownRecords } from './known-records.js';
import { assetNotes } from './asset.repository.js';
import { ASSET_JOINS } from './asset.rows.js';
import { FLOW_END_JOINS } from './data-flow.rows.js';
import {
  assetsInInventory,
  dataFlowsInInventory,
  type InventoryAsset,
  type InventoryDataFlow,
} from './inventory-facts.js';
import { recordsThatDiffer, type ComparedTable, type ListedRecord } from './records-that-differ.js';

/** All that is told of an asset, and by which column; notes only by whether there are some. */
const ASSET_FIELDS: Record<Exclude<keyof InventoryAsset, 'id' | 'siteId' | 'ownerId' | 'version'>, string> = {
  tag: 'a.tag',
  name: 'a.name',
  kind: 'a.kind',
  description: 'a.description',
  siteName: 's.name',
  location: 'a.location',
  ownerName: 'p.name',
  hosting: 'a.hosting',
  vendorName: 'a.vendor_name',
  holdsEphi: 'a.holds_ephi',
  phiTypes: 'a.phi_types',
  phiActivities: 'a.phi_activities',
  phiRecordCount: 'a.phi_record_count',
  encryptionAtRest: 'a.encryption_at_rest',
  encryptionInTransit: 'a.encryption_in_transit',
  backup: 'a.backup',
  internetFacing: 'a.internet_facing',
  portable: 'a.portable',
  lifecycle: 'a.lifecycle',
  notes: 'a.notes is not null',
};
export const COMPARED_OF_ASSETS = Object.keys(ASSET_FIELDS) as (keyof typeof ASSET_FIELDS)[];

const FROM = `coalesce(fa.name, fv.name, f.from_party)`;
const TO = `coalesce(ta.name, tv.name, f.to_party)`;
const FLOW_FIELDS = {
  name: 'f.name',
  from: FROM,
  to: TO,
  counterparty: 'f.counterparty',
  phiTypes: 'f.phi_types',
  purpose: 'f.purpose',
  minimumNecessary: 'f.minimum_necessary',
  transportMethod: 'f.transport_method',
  transportSecurity: 'f.transport_security',
  offshore: 'f.offshore',
};
export const COMPARED_OF_FLOWS = Object.keys(FLOW_FIELDS) as (keyof typeof FLOW_FIELDS)[];

const ASSETS: ComparedTable = {
  records: 'asset a',
  joins: ASSET_JOINS,
  id: 'a.id',
  isPresent: `a.lifecycle <> 'disposed'`,
  assetIds: ['a.id'],
  key: 'a.tag',
  keyStart: 'a.tag',
  fields: ASSET_FIELDS,
  name: `a.tag || ' ' || a.name`,
  sort: 'lower(a.name)',
  isNoted: 'a.notes is not null',
};
const FLOWS: ComparedTable = {
  records: 'data_flow f',
  joins: FLOW_END_JOINS,
  id: 'f.id',
  isPresent: 'f.active',
  assetIds: ['f.from_asset_id', 'f.to_asset_id'],
  key: `(f.name || '|' || ${FROM} || '|' || ${TO})`,
  keyStart: 'f.name',
  fields: FLOW_FIELDS,
  name: 'f.name',
  sort: 'lower(f.name)',
  isNoted: 'false',
};

/** One that is surely new: its name is all that is told of it. */
export interface NewRecord {
  newName: string;
}

/** What is not the same as it was known; of what is new the first, in their order. */
export interface Differing<T> {
  rows: (T | NewRecord)[];
  /** Keys of known records that none is the same as now. */
  unmatched: string[];
  /** How many are the same, and not told. */
  same: number;
  /** How many are new, and not told. */
  moreAdded: number;
}

/** Of the assets that are not disposed of and not left out, known by their tags, those that differ. */
export async function assetsThatDiffer(
  tx: ReadTx,
  known: KnownRecords,
  { leftOut, mostAdded, notesOf }: ComparisonOptions & { notesOf: (key: string) => string },
): Promise<Differing<InventoryAsset>> {
  const found = await recordsThatDiffer(tx, ASSETS, known, leftOut, mostAdded);
  const noted = found.listed.filter(({ isSameButNoted }) => isSameButNoted).map(({ id }) => id);
  const changed = known.fields.includes('notes') ? await otherNotes(tx, noted, notesOf) : [];
  const otherwise = new Set(changed.map(({ id }) => id));
  const listed = found.listed.filter(({ id, isSameButNoted }) => !isSameButNoted || otherwise.has(id));
  return {
    rows: await listedRows(tx, listed, assetsInInventory),
    unmatched: [...found.unmatched, ...changed.map(({ key }) => key)],
    same: found.same - changed.length,
    moreAdded: found.moreAdded,
  };
}

/** Of the flows in use whose ends are not left out, known by `name|from|to`, those that differ. */
export async function flowsThatDiffer(
  tx: ReadTx,
  known: KnownRecords,
  { leftOut, mostAdded }: ComparisonOptions,
): Promise<Differing<InventoryDataFlow>> {
  const { listed, ...found } = await recordsThatDiffer(tx, FLOWS, known, leftOut, mostAdded);
  return { rows: await listedRows(tx, listed, dataFlowsInInventory), ...found };
}

export interface ComparisonOptions {
  /** Assets that nobody looks at. */
  leftOut: readonly string[];
  /** So many of the new ones are told. */
  mostAdded: number;
}

/** New ones by name, the others as a whole. */
async function listedRows<T extends { id: string }>(
  tx: ReadTx,
  listed: readonly ListedRecord[],
  read: (tx: ReadTx, ids: readonly string[]) => Promise<T[]>,
): Promise<(T | NewRecord)[]> {
  const ids = listed.filter(({ newName }) => newName === null).map(({ id }) => id);
  const rows = new Map((ids.length > 0 ? await read(tx, ids) : []).map((row) => [row.id, row]));
  return listed.flatMap(({ id, newName }) => (newName === null ? (rows.get(id) ?? []) : { newName }));
}

/** Notes are encrypted, each time in another way: only opened they can be compared. */
async function otherNotes(
  tx: ReadTx,
  ids: readonly string[],
  notesOf: (key: string) => string,
): Promise<{ id: string; key: string }[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string; tag: string; notes: Buffer }>(
    'select id, tag, notes from asset where organization_id = $1 and id = any ($2::uuid[])',
    [tx.organizationId, ids],
  );
  return rows
    .map(({ id, tag, notes }) => ({
      id,
      key: tag.toLowerCase(),
      notes: assetNotes.openOrNull(tx, id, notes),
    }))
    .filter(({ key, notes }) => notes !== notesOf(key));
}
