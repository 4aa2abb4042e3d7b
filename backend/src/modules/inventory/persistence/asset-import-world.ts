import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AssetFacts } from '../domain/asset.js';
import type { AssetWorld } from '../domain/import/asset-world.js';
import type { KnownRecord } from '../domain/import/import-subject.js';
import type { ImportContent } from './import-batch.repository.js';
import { textsOf } from './texts-of-column.js';
import { assetNotes } from './asset.repository.js';
import { WHOLE_ASSET_COLUMNS, ASSET_JOINS, type WholeAssetRow } from './asset.rows.js';

/** What the list is judged against. `forUpdate` holds the assets that it names until the commit. */
export async function loadAssetWorld(
  tx: ReadTx,
  content: ImportContent,
  { forUpdate = false } = {},
): Promise<AssetWorld> {
  const sites = await tx.query<{ id: string; name: string }>(
    'select id, name from site where organization_id = $1 and active order by name',
    [tx.organizationId],
  );
  return {
    sites: new Map(sites.map((site) => [site.name.toLowerCase(), site.id])),
    siteNames: sites.map((site) => site.name),
    members: await membersByName(tx),
    assets: await assetsByTag(tx, textsOf(content, 'tag'), forUpdate),
    tagByName: await tagByName(tx, textsOf(content, 'name')),
  };
}

async function membersByName(tx: ReadTx): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ id: string; name: string; email: string }>(
    `select m.id, p.name, p.email from membership m join person p on p.id = m.person_id where m.organization_id = $1 and m.active`,
    [tx.organizationId],
  );
  const members = new Map<string, string[]>();
  for (const { id, name, email } of rows) {
    members.set(email.toLowerCase(), [id]);
    const named = members.get(name.toLowerCase());
    if (named) named.push(id);
    else members.set(name.toLowerCase(), [id]);
  }
  return members;
}

async function assetsByTag(
  tx: ReadTx,
  tags: string[],
  forUpdate: boolean,
): Promise<Map<string, KnownRecord<AssetFacts>>> {
  const rows = await tx.query<WholeAssetRow>(
    `select ${WHOLE_ASSET_COLUMNS} from asset a ${ASSET_JOINS}
     where a.organization_id = $1 and lower(a.tag) = any($2) order by a.id ${forUpdate ? 'for update of a' : ''}`,
    [tx.organizationId, tags],
  );
  return new Map(rows.map((row) => [row.tag.toLowerCase(), knownAsset(tx, row)]));
}

function knownAsset(tx: ReadTx, row: WholeAssetRow): KnownRecord<AssetFacts> {
  const {
    id,
    version,
    notes,
    siteName: _site,
    ownerName: _owner,
    createdAt: _made,
    updatedAt: _changed,
    ...facts
  } = row;
  return { id, version, facts: { ...facts, notes: assetNotes.openOrNull(tx, id, notes) ?? '' } };
}

async function tagByName(tx: ReadTx, names: string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; tag: string }>(
    'select lower(name) as name, min(tag) as tag from asset where organization_id = $1 and lower(name) = any($2) group by 1',
    [tx.organizationId, names],
  );
  return new Map(rows.map((row) => [row.name, row.tag]));
}
