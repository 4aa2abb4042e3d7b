-- The list of findings counts the actions of each; without this it reads the whole plan for every row.
create index remediation_action_by_finding on remediation_action (organization_id, finding_id) where finding_id is not null;
-- Flows that are said to go to a vendor are few among those inside the house: the list of vendors counts them for each.
create index data_flow_with_vendors on data_flow (organization_id, id) where counterparty = 'vendor';
