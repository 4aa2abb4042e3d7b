import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { lockEndings } from '../../vendors/index.js';
import type { AssetFacts } from '../domain/asset.js';
import type { DataFlowFacts } from '../domain/data-flow.js';
import type { KeptReason } from '../domain/import/undo.js';

interface Ends {
  id: string;
  facts: Pick<DataFlowFacts, 'from' | 'to' | 'active'>;
}

/** Of flows as they were, those that cannot be so again: an end is gone, or a flow in use would have one that is not. */
export async function flowsWithoutEnds(
  tx: ReadTx,
  flows: readonly Ends[],
  { forUpdate }: { forUpdate: boolean },
): Promise<Map<string, KeptReason>> {
  const ends = flows.flatMap(({ facts: { from, to } }) => [from, to]);
  const assetIds = idsOf(ends.map(({ assetId }) => assetId));
  if (forUpdate) await holdEnds(tx, [], assetIds);
  const places = await tx.query<{ id: string; isInUse: boolean }>(
    `select id, lifecycle <> 'disposed' as "isInUse" from asset where organization_id = $1 and id = any ($2::uuid[])
     union all select id, active from vendor where organization_id = $1 and id = any ($3::uuid[])`,
    [tx.organizationId, assetIds, idsOf(ends.map(({ vendorId }) => vendorId))],
  );
  const isInUse = new Map(places.map((place) => [place.id, place.isInUse]));
  const isGood = ({ from, to, active }: Ends['facts']) =>
    idsOf([from.assetId, from.vendorId, to.assetId, to.vendorId]).every((id) =>
      active ? isInUse.get(id) === true : isInUse.has(id),
    );
  return new Map(flows.filter(({ facts }) => !isGood(facts)).map(({ id }) => [id, 'changed-since']));
}

/**
 * Of assets as they were, those that cannot be disposed of again, since a flow in use begins or ends there. Whoever begins
 * one holds the asset, and an undo holds it before it asks.
 */
export async function assetsInFlows(
  tx: ReadTx,
  assets: readonly { id: string; facts: Pick<AssetFacts, 'lifecycle'> }[],
): Promise<Map<string, KeptReason>> {
  const disposed = assets.filter(({ facts }) => facts.lifecycle === 'disposed').map(({ id }) => id);
  if (disposed.length === 0) return new Map();
  const rows = await tx.query<{ id: string }>(
    `select from_asset_id as id from data_flow where organization_id = $1 and active and from_asset_id = any ($2::uuid[])
     union select to_asset_id from data_flow where organization_id = $1 and active and to_asset_id = any ($2::uuid[])`,
    [tx.organizationId, disposed],
  );
  return new Map(rows.map(({ id }) => [id, 'in-use']));
}

/**
 * Until the commit nobody disposes of these assets, named by their ids or in small letters, or ends the work with any
 * vendor. What is asked for behind this stays true.
 */
export async function holdEnds(tx: ReadTx, words: readonly string[], assetIds: string[]): Promise<void> {
  await lockEndings(tx, 'rely');
  await tx.query(
    `select id from asset where organization_id = $1 and id in (${ASSETS_CALLED}) order by id for share`,
    [tx.organizationId, words, assetIds],
  );
}

const ASSETS_CALLED = `select id from asset where organization_id = $1 and lower(tag) = any ($2)
  union select id from asset where organization_id = $1 and lower(name) = any ($2)
  union select id from asset where organization_id = $1 and id = any ($3::uuid[])`;

export function idsOf(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
