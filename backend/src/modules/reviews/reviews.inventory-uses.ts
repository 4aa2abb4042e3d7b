import { declareAssetUses, declareFlowUses } from '../inventory/index.js';

// What somebody looked at and spoke of stays when its import is undone.
declareAssetUses({
  because: 'in-use',
  sql: `select record_id as id from record_review
    where organization_id = $1 and record_type = 'asset' and record_id = any ($2)`,
});
declareFlowUses({
  because: 'in-use',
  sql: `select record_id as id from record_review
    where organization_id = $1 and record_type = 'data-flow' and record_id = any ($2)`,
});
