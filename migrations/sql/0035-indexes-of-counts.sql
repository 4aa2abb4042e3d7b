-- What an analysis looks at is counted on each of its pages: all that is there, less what was left out.
create index asset_present on asset (organization_id) where lifecycle <> 'disposed';
create index data_flow_active on data_flow (organization_id) where active;
-- Nearly every action counts; the few that were cancelled are looked up at once.
create index remediation_action_cancelled on remediation_action (organization_id, id) where status = 'cancelled';
-- Flows that may have a concern are looked at on every page of an analysis; most are encrypted, at home and explained.
create index data_flow_may_concern on data_flow (organization_id, lower(name), id)
  where active and (transport_security <> 'encrypted' or purpose = '' or offshore or minimum_necessary = ''
    or counterparty = 'vendor' or from_vendor_id is not null or to_vendor_id is not null);
-- What was accepted, by pair and thing, without the words of the risks; the proposals ask for it four times on a page.
create index risk_by_pair on risk (organization_id, assessment_id) include (pair_id, asset_id, data_flow_id, id) where pair_id is not null;
-- The trend counts the open risks of each level; the map's index has all else that it asks for.
drop index risk_on_map;
create index risk_on_map on risk (organization_id, assessment_id, status, inherent_likelihood, inherent_impact, residual_likelihood, residual_impact)
  include (inherent_level, residual_level);
