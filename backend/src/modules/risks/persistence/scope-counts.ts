// How much an analysis looks at, as assetsInScope() and flowsInScope() say of rows. Counted as everything less what was
// left out: the one is read from an index alone, the other is little. $1 is the organization, $2 the analysis.

const LEFT_OUT = `assessment_exclusion x where x.organization_id = $1 and x.assessment_id = $2`;

const flowsWithEnd = (column: string): string => `select f.id from data_flow f join assessment_exclusion x
  on x.organization_id = $1 and x.assessment_id = $2 and x.asset_id = f.${column}
  where f.organization_id = $1 and f.active`;

export const ASSETS_EXCLUDED = `(select count(*) from ${LEFT_OUT})`;

export const ASSETS_IN_SCOPE = `((select count(*) from asset s where s.organization_id = $1 and s.lifecycle <> 'disposed')
  - (select count(*) from asset s where s.organization_id = $1 and s.lifecycle <> 'disposed'
     and s.id in (select x.asset_id from ${LEFT_OUT})))`;

export const FLOWS_IN_SCOPE = `((select count(*) from data_flow f where f.organization_id = $1 and f.active)
  - (select count(*) from (${flowsWithEnd('from_asset_id')} union ${flowsWithEnd('to_asset_id')}) without))`;
