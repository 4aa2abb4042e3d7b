import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { IncidentRole } from '../domain/response/incident-kinds.js';
import type { RoleHolders } from '../domain/response/incident-viewer.js';

export interface RoleRow {
  role: IncidentRole;
  memberId: string;
  givenBy: string | null;
  since: Date;
  until: Date | null;
}

/** Who holds which role and who held it before, in order. */
export function rolesOfIncident(tx: ReadTx, incidentId: string): Promise<RoleRow[]> {
  return tx.query<RoleRow>(
    `select role, member_id as "memberId", given_by as "givenBy", since, until from incident_role
     where organization_id = $1 and incident_id = $2 order by since, id`,
    [tx.organizationId, incidentId],
  );
}

export function holdersOf(rows: readonly RoleRow[]): RoleHolders {
  const holders: RoleHolders = {};
  for (const { role, memberId, until } of rows) if (until === null) holders[role] = memberId;
  return holders;
}

/** Ends who held it, and gives it to the next. */
export async function handOver(
  tx: WriteTx,
  {
    incidentId,
    role,
    memberId,
    givenBy,
  }: { incidentId: string; givenBy: string } & Pick<RoleRow, 'role' | 'memberId'>,
): Promise<void> {
  await tx.query(
    `update incident_role set until = $4 where organization_id = $1 and incident_id = $2 and role = $3 and until is null`,
    [tx.organizationId, incidentId, role, tx.now],
  );
  await tx.query(
    `insert into incident_role (organization_id, id, incident_id, role, member_id, given_by, since)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.organizationId, newId(), incidentId, role, memberId, givenBy, tx.now],
  );
}
