import type { TenantDb } from '../database/tenant-db.js';

/** The member who asked for the work that a job's payload names; null where nobody did. */
export async function askedBy(
  db: TenantDb,
  payload: object,
): Promise<{ memberId: string; name: string } | null> {
  const { jobRunId } = payload as { jobRunId?: unknown };
  if (typeof jobRunId !== 'string') return null;
  const [row] = await db.read((tx) =>
    tx.query<{ memberId: string; name: string }>(
      `select m.id as "memberId", p.name from job_run r
       join membership m on m.organization_id = r.organization_id and m.id = r.requested_by
       join person p on p.id = m.person_id
       where r.organization_id = $1 and r.id = $2`,
      [tx.organizationId, jobRunId],
    ),
  );
  return row ?? null;
}
