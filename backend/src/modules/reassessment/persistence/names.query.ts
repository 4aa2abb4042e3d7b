import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** Sites, assets and vendors among the ids, by the names that they bear now: no two assets bear one tag. */
export async function namesOf(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from site where organization_id = $1 and id = any ($2::uuid[])
     union all select id, name || ' (' || tag || ')' from asset where organization_id = $1 and id = any ($2::uuid[])
     union all select id, name from vendor where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.organizationId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
