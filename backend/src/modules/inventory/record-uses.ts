/** Where assets or flows are spoken of. One that an import made stays when any of these names it. */
export interface RecordUse {
  because: 'in-use' | 'assessed';
  /** SQL of a column `id`: those of the records $2 that are named, in organization $1. */
  sql: string;
}

const ofAssets: RecordUse[] = [];
const ofFlows: RecordUse[] = [];

/** Each module that speaks of assets says here where. */
export function declareAssetUses(...declared: RecordUse[]): void {
  ofAssets.push(...declared);
}

/** As for assets: each module that speaks of flows says here where. */
export function declareFlowUses(...declared: RecordUse[]): void {
  ofFlows.push(...declared);
}

export function assetUses(): readonly RecordUse[] {
  return ofAssets;
}

export function flowUses(): readonly RecordUse[] {
  return ofFlows;
}

declareAssetUses({
  because: 'in-use',
  sql: `select from_asset_id as id from data_flow where organization_id = $1 and from_asset_id = any ($2)
    union all select to_asset_id from data_flow where organization_id = $1 and to_asset_id = any ($2)
    union all select asset_id from asset_sanitization where organization_id = $1 and asset_id = any ($2)`,
});
