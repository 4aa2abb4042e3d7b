/** The condition on a risk `r`: it is to be reduced, and no action says how. `$1` is the organization. */
export const UNPLANNED = `r.treatment = 'mitigate' and r.status = 'open' and not exists (select 1 from remediation_action t
      where t.organization_id = $1 and t.risk_id = r.id and t.status <> 'cancelled')`;
