/** The condition on a risk `r`: it is to be reduced, and no action says how. `$1` is the organization. */
export const UNPLANNED = `r.treatment = 'mitigate' and r.status = 'open' and not exists (select 1 from remediation_effect e
      join remediation_action t on t.organization_id = $1 and t.id = e.action_id and t.status <> 'cancelled'
      where e.organization_id = $1 and e.risk_id = r.id)`;
