-- A cell of the heat map is a list of risks: its page is a range of an index, its count read from the index alone.
create index risk_of_residual_cell on risk
  (organization_id, assessment_id, residual_likelihood, residual_impact, residual_sort, id) include (status);
create index risk_of_inherent_cell on risk
  (organization_id, assessment_id, inherent_likelihood, inherent_impact, residual_sort, id) include (status);
