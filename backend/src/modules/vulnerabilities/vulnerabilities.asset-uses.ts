import { declareAssetUses } from '../inventory/index.js';

declareAssetUses({
  because: 'in-use',
  sql: `select asset_id as id from vulnerability where organization_id = $1 and asset_id = any ($2)
    union all select asset_id from scan_host where organization_id = $1 and asset_id = any ($2)`,
});
