import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { assetUses } from '../asset-uses.js';
import type { AssetFacts } from '../domain/asset.js';
import type { ImportedAsset, KeptReason } from '../domain/import/undo.js';
import { ImportChangeRecord } from './import-change.record.js';

/** The whole asset, its notes too. */
const changeFacts = encryptedColumn('import_change', 'facts');

interface Change {
  assetId: string;
  facts: AssetFacts;
  version: number;
}

export async function addCreated(tx: WriteTx, importId: string, made: readonly Change[]): Promise<void> {
  await tx.manager.insert(
    ImportChangeRecord,
    made.map((change) => rowOf(tx, importId, 'created', change, null)),
  );
}

/** With what each asset was before. */
export async function addChanged(tx: WriteTx, importId: string, changed: readonly Change[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.manager.insert(
    ImportChangeRecord,
    changed.map((change) => rowOf(tx, importId, 'changed', change, change.facts)),
  );
}

function rowOf(
  tx: WriteTx,
  importId: string,
  kind: 'created' | 'changed',
  { assetId, facts: { name, tag }, version }: Change,
  before: AssetFacts | null,
) {
  const id = newId();
  return {
    organizationId: tx.organizationId,
    id,
    importId,
    assetId,
    assetName: name,
    assetTag: tag,
    kind,
    version,
    facts: before && changeFacts.seal(tx, id, JSON.stringify(before)),
    undone: null,
    keptBecause: null,
    createdAt: tx.now,
  };
}

export interface ImportChange extends ImportedAsset {
  id: string;
  assetId: string;
  assetName: string;
  assetTag: string;
  facts: Buffer | null;
}

/** What an undo has still to look at, in the order of the assets; `forUpdate` holds them until it is done. */
export async function changesToUndo(
  tx: ReadTx,
  importId: string,
  { behind = null as string | null, limit = null as number | null, forUpdate = false },
): Promise<ImportChange[]> {
  const rows = await tx.query<Omit<ImportChange, 'isUsed' | 'isAssessed'>>(
    `select c.id, c.asset_id as "assetId", c.asset_name as "assetName", c.asset_tag as "assetTag", c.kind, c.version,
       ${forUpdate ? 'c.facts' : 'null'} as facts, a.version as "versionNow"
     from import_change c left join asset a on a.organization_id = c.organization_id and a.id = c.asset_id
     where c.organization_id = $1 and c.import_id = $2 and c.undone is distinct from 'withdrawn'
       and c.undone is distinct from 'restored' and ($3::uuid is null or c.asset_id > $3)
     order by c.asset_id limit $4`,
    [tx.organizationId, importId, behind, limit],
  );
  const made = rows.filter(({ kind }) => kind === 'created').map(({ assetId }) => assetId);
  const [used, assessed] = [await namedAssets(tx, 'in-use', made), await namedAssets(tx, 'assessed', made)];
  return rows.map((row) => ({
    ...row,
    isUsed: used.has(row.assetId),
    isAssessed: assessed.has(row.assetId),
  }));
}

async function namedAssets(tx: ReadTx, because: 'in-use' | 'assessed', ids: string[]): Promise<Set<string>> {
  const found = new Set<string>();
  if (ids.length === 0) return found;
  for (const use of assetUses()) {
    if (use.because !== because) continue;
    for (const { id } of await tx.query<{ id: string }>(use.sql, [tx.organizationId, ids])) found.add(id);
  }
  return found;
}

export function factsBefore(tx: ReadTx, { id, facts }: ImportChange): AssetFacts {
  if (!facts) throw new Error('what an asset was before was not kept');
  return JSON.parse(changeFacts.open(tx, id, facts)) as AssetFacts;
}

/** Locked one after the other in one order, so that two who lock never wait for each other. */
export async function lockAssetsOf(tx: WriteTx, importId: string): Promise<void> {
  await tx.query(
    `select a.id from asset a join import_change c on c.organization_id = a.organization_id and c.asset_id = a.id
     where c.organization_id = $1 and c.import_id = $2 order by a.id for update of a`,
    [tx.organizationId, importId],
  );
}

/** Takes assets out of the inventory; what they were stays here. */
export async function withdraw(
  tx: WriteTx,
  taken: readonly { change: ImportChange; facts: AssetFacts }[],
): Promise<void> {
  await tx.query(
    `update import_change c set undone = 'withdrawn', kept_because = null, facts = w.facts
     from (select unnest($2::uuid[]) as id, unnest($3::bytea[]) as facts) w
     where c.organization_id = $1 and c.id = w.id`,
    [
      tx.organizationId,
      taken.map(({ change }) => change.id),
      taken.map(({ change, facts }) => changeFacts.seal(tx, change.id, JSON.stringify(facts))),
    ],
  );
  await tx.query('delete from asset where organization_id = $1 and id = any ($2)', [
    tx.organizationId,
    taken.map(({ change }) => change.assetId),
  ]);
}

/** An earlier import that left the asset as it is again can be undone as if nothing had been in between. */
export async function markRestored(tx: WriteTx, change: ImportChange, version: number): Promise<void> {
  await tx.query(
    `update import_change set undone = 'restored', kept_because = null where organization_id = $1 and id = $2`,
    [tx.organizationId, change.id],
  );
  await tx.query(
    `update import_change set version = $4 where organization_id = $1 and asset_id = $2 and version = $3 and id <> $5`,
    [tx.organizationId, change.assetId, change.version - 1, version, change.id],
  );
}

export async function markKept(
  tx: WriteTx,
  kept: readonly { change: ImportChange; because: KeptReason }[],
): Promise<void> {
  if (kept.length === 0) return;
  await tx.query(
    `update import_change c set undone = 'kept', kept_because = k.because
     from (select unnest($2::uuid[]) as id, unnest($3::text[]) as because) k
     where c.organization_id = $1 and c.id = k.id`,
    [tx.organizationId, kept.map(({ change }) => change.id), kept.map(({ because }) => because)],
  );
}
