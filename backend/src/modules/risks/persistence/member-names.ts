import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** Members of these names, each with the role of today; two who share one stand there with both roles. */
export async function membersNamed(
  tx: ReadTx,
  names: ReadonlySet<string>,
): Promise<{ name: string; role: string }[]> {
  return tx.query<{ name: string; role: string }>(
    `select distinct p.name, m.role from membership m join person p on p.id = m.person_id
     where m.organization_id = $1 and p.name = any($2::text[]) order by p.name, m.role`,
    [tx.organizationId, [...names]],
  );
}
