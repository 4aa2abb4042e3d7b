import type { TenantDb } from '../database/tenant-db.js';

/** The IANA zone of the current context's organization. */
export async function organizationZone(db: TenantDb): Promise<string> {
  const rows = await db.read((tx) =>
    tx.query<{ time_zone: string }>('select time_zone from organization where organization_id = $1', [
      tx.organizationId,
    ]),
  );
  return rows[0]?.time_zone ?? 'UTC';
}
