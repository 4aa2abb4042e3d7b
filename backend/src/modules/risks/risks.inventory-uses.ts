import { declareAssetUses, declareFlowUses } from '../inventory/index.js';

declareAssetUses(
  {
    because: 'in-use',
    sql: `select asset_id as id from risk where organization_id = $1 and asset_id = any ($2)
      union all select asset_id from risk_further_subject where organization_id = $1 and subject_id = any ($2) and asset_id is not null
      union all select asset_id from assessment_exclusion where organization_id = $1 and asset_id = any ($2)
      union all select subject_id from proposal_dismissal where organization_id = $1 and subject_id = any ($2)`,
  },
  {
    // A signed analysis holds the whole inventory of its day.
    because: 'assessed',
    sql: `select a.id from asset a where a.organization_id = $1 and a.id = any ($2)
      and a.created_at <= (select max(approved_at) from assessment_snapshot where organization_id = $1)`,
  },
);

declareFlowUses(
  {
    because: 'in-use',
    sql: `select data_flow_id as id from risk where organization_id = $1 and data_flow_id = any ($2)
      union all select data_flow_id from risk_further_subject where organization_id = $1 and subject_id = any ($2) and data_flow_id is not null
      union all select subject_id from proposal_dismissal where organization_id = $1 and subject_id = any ($2)`,
  },
  {
    because: 'assessed',
    sql: `select f.id from data_flow f where f.organization_id = $1 and f.id = any ($2)
      and f.created_at <= (select max(approved_at) from assessment_snapshot where organization_id = $1)`,
  },
);
