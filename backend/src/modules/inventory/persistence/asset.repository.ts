import { In } from 'typeorm';
import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { TagSeries } from '../domain/asset-tag.js';
import { ASSET_KINDS, type AssetFacts } from '../domain/asset.js';
import { AssetRecord } from './asset.record.js';

/** What people write beside an asset may name patients. */
export const assetNotes = encryptedColumn('asset', 'notes');

export interface StoredAsset {
  facts: AssetFacts;
  version: number;
}

export async function loadAsset(tx: WriteTx, id: string): Promise<StoredAsset> {
  const record = await tx.manager.findOneBy(AssetRecord, { organizationId: tx.organizationId, id });
  if (!record) throw notFound('asset');
  return { facts: factsOf(tx, record), version: record.version };
}

export async function loadAssets(tx: WriteTx, ids: readonly string[]): Promise<Map<string, AssetFacts>> {
  if (ids.length === 0) return new Map();
  const records = await tx.manager.findBy(AssetRecord, {
    organizationId: tx.organizationId,
    id: In([...ids]),
  });
  return new Map(records.map((record) => [record.id, factsOf(tx, record)]));
}

export function factsOf(tx: ReadTx, record: AssetRecord): AssetFacts {
  const {
    organizationId: _organization,
    id,
    createdAt: _made,
    updatedAt: _changed,
    version: _version,
    notes,
    ...facts
  } = record;
  return { ...facts, notes: assetNotes.openOrNull(tx, id, notes) ?? '' };
}

export async function addAsset(tx: WriteTx, id: string, facts: AssetFacts): Promise<void> {
  await tx.manager.insert(AssetRecord, assetRow(tx, id, facts));
}

export function assetRow(tx: WriteTx, id: string, facts: AssetFacts): AssetRecord {
  const notes = assetNotes.sealOrNull(tx, id, facts.notes);
  return {
    organizationId: tx.organizationId,
    id,
    ...facts,
    notes,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
}

export function saveAsset(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  changes: Partial<AssetFacts>,
): Promise<number> {
  const { notes, ...rest } = changes;
  const sealed = notes === undefined ? {} : { notes: assetNotes.sealOrNull(tx, id, notes) };
  return saveVersion(
    tx,
    AssetRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    { ...rest, ...sealed },
    'asset',
  );
}

/** Until the commit nobody else in the organization gets the tag that is suggested here. */
export async function openTagSeries(tx: WriteTx): Promise<TagSeries> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('asset-tag|' || $1, 0))`, [
    tx.organizationId,
  ]);
  const series = new TagSeries();
  const rows = await tx.query<{ tag: string }>('select tag from asset where organization_id = $1', [
    tx.organizationId,
  ]);
  for (const { tag } of rows) series.take(ASSET_KINDS, tag);
  return series;
}

/** A tag names one asset of the organization, whatever its case. */
export async function refuseTakenTag(tx: ReadTx, tag: string, exceptId: string | null): Promise<void> {
  const rows = await tx.query<{ name: string }>(
    'select name from asset where organization_id = $1 and lower(tag) = lower($2) and ($3::uuid is null or id <> $3)',
    [tx.organizationId, tag, exceptId],
  );
  if (rows[0]) {
    const message = `${tag} is already the tag of “${rows[0].name}”. Choose another, or leave it empty to get the next free one.`;
    throw new DomainError('asset.tag-taken', 'conflict', message, { fieldErrors: { tag: [message] } });
  }
}

/** The site and the owner must be of this organization: the answer names the field. */
export async function refuseUnknownPlaces(
  tx: ReadTx,
  facts: { siteId?: string | null | undefined; ownerId?: string | null | undefined },
): Promise<void> {
  const fieldErrors: Record<string, string[]> = {};
  if (facts.siteId && !(await exists(tx, 'site', facts.siteId)))
    fieldErrors['siteId'] = ['Choose one of your sites.'];
  if (facts.ownerId && !(await exists(tx, 'membership', facts.ownerId)))
    fieldErrors['ownerId'] = ['Choose a colleague.'];
  if (Object.keys(fieldErrors).length > 0) {
    throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
  }
}

async function exists(tx: ReadTx, table: 'site' | 'membership', id: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from ${table} where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ]);
  return rows.length > 0;
}
