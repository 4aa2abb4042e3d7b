import { declareSevereUses } from '../vulnerabilities/index.js';

/** Open critical and high vulnerabilities of an asset are one finding of each analysis. */
declareSevereUses(
  {
    because: 'risk',
    sql: `select f.source_key::uuid as id from finding f
      where f.organization_id = $1 and f.source = 'scan' and f.source_key = any ($2::text[]) and (
        exists (select 1 from risk r where r.organization_id = $1 and r.finding_id = f.id and r.created_at > $3)
        or exists (select 1 from remediation_action a where a.organization_id = $1 and a.finding_id = f.id and a.created_at > $3))`,
  },
  {
    // What was signed tells of them, and stays true to its day; what waits for a signature was handed in with them.
    because: 'assessed',
    sql: `select f.source_key::uuid as id from finding f
      join assessment a on a.organization_id = f.organization_id and a.id = f.assessment_id
      left join assessment_snapshot s on s.organization_id = f.organization_id and s.assessment_id = f.assessment_id
      where f.organization_id = $1 and f.source = 'scan' and f.source_key = any ($2::text[])
        and (s.approved_at > $3 or a.status = 'in-review')`,
  },
);
