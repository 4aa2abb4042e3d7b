import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';

/** Owners are people who are here: an active member, of a role that may do more than read. */
export async function refuseUnlessOwner(tx: ReadTx, memberId: string, field: string): Promise<void> {
  const [member] = await tx.query<{ role: string; active: boolean }>(
    'select role, active from membership where organization_id = $1 and id = $2',
    [tx.organizationId, memberId],
  );
  if (!member?.active) throw invalidField(field, 'Choose somebody who belongs to the organization.');
  if (member.role === 'auditor')
    throw invalidField(field, 'An auditor only reads. Choose somebody who can act.');
}
