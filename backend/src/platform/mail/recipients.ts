import { declaredPermissions } from '../access/roles.js';
import type { Permission } from '../access/route-access.js';
import type { ReadTx } from '../database/tenant-db.js';

export interface Recipient {
  memberId: string;
  name: string;
  email: string;
}

/** Whoever may not sign in gets no notice either. */
const REACHABLE = `m.active and p.disabled_at is null and (m.valid_from_on is null or m.valid_from_on <= $3::date)
  and (m.valid_until_on is null or m.valid_until_on >= $3::date)`;

/** The active ones of some members, and the name of their organization. */
export async function recipientsOf(
  tx: ReadTx,
  memberIds: string[],
): Promise<{ organizationName: string; recipients: Recipient[] }> {
  const [organization] = await tx.query<{ name: string }>(
    'select name from organization where organization_id = $1',
    [tx.organizationId],
  );
  const recipients = await tx.query<Recipient>(
    `select m.id as "memberId", p.name, p.email from membership m join person p on p.id = m.person_id
     where m.organization_id = $1 and m.id = any($2::uuid[]) and ${REACHABLE} order by p.name, m.id`,
    [tx.organizationId, memberIds, tx.today],
  );
  return { organizationName: organization?.name ?? '', recipients };
}

/** Active members that hold one of these roles. */
export async function membersInRoles(tx: ReadTx, roles: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select m.id from membership m join person p on p.id = m.person_id
     where m.organization_id = $1 and m.role = any($2::text[]) and ${REACHABLE} order by m.id limit 200`,
    [tx.organizationId, roles, tx.today],
  );
  return rows.map((row) => row.id);
}

/** Active members whose role holds a permission. */
export function membersAllowed(tx: ReadTx, permission: Permission): Promise<string[]> {
  return membersInRoles(tx, [...(declaredPermissions().get(permission)?.roles ?? [])]);
}
