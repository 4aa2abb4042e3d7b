/** Where assets are spoken of. An asset that an import made stays when any of these names it. */
export interface AssetUse {
  because: 'in-use' | 'assessed';
  /** SQL of a column `id`: those of the assets $2 that are named, in organization $1. */
  sql: string;
}

const uses: AssetUse[] = [];

/** Each module that speaks of assets says here where. */
export function declareAssetUses(...declared: AssetUse[]): void {
  uses.push(...declared);
}

export function assetUses(): readonly AssetUse[] {
  return uses;
}

declareAssetUses({
  because: 'in-use',
  sql: `select from_asset_id as id from data_flow where organization_id = $1 and from_asset_id = any ($2)
    union all select to_asset_id from data_flow where organization_id = $1 and to_asset_id = any ($2)
    union all select asset_id from asset_sanitization where organization_id = $1 and asset_id = any ($2)`,
});
