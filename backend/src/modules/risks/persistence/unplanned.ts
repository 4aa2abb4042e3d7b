/**
 * The condition on a risk `r`: it is to be reduced, and no action says how. `$1` is the organization. For many risks at
 * once: what has an action is read as one set, since ten thousand looks into indexes take four times as long.
 */
export const UNPLANNED = `r.treatment = 'mitigate' and r.status = 'open' and r.id not in (
      select e.risk_id from remediation_effect e where e.organization_id = $1 and e.action_id not in (
        select t.id from remediation_action t where t.organization_id = $1 and t.status = 'cancelled'))`;
