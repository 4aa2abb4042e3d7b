import { saveVersion } from '../../../platform/database/save-version.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { VendorFacts } from '../domain/vendor.js';
import { VendorRecord } from './vendor.record.js';

/** The vendor behind a lock: a flow that is about to name it waits, and then sees what became of it. */
export async function loadVendor(tx: WriteTx, id: string): Promise<VendorFacts> {
  const record = await tx.manager.findOne(VendorRecord, {
    where: { organizationId: tx.organizationId, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) throw notFound('vendor');
  const {
    organizationId: _organization,
    id: _id,
    createdAt: _made,
    updatedAt: _changed,
    version: _version,
    ...facts
  } = record;
  return facts;
}

export async function addVendor(tx: WriteTx, id: string, facts: VendorFacts): Promise<void> {
  const row = { ...facts, organizationId: tx.organizationId, id };
  await tx.manager.insert(VendorRecord, { ...row, createdAt: tx.now, updatedAt: tx.now, version: 1 });
}

export function saveVendor(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  changes: Partial<VendorFacts>,
): Promise<number> {
  const where = { organizationId: tx.organizationId, id };
  return saveVersion(tx, VendorRecord, where, seenVersion, changes, 'vendor');
}

/** A vendor stands once on the list, whatever the case: assets and flows name it. */
export async function refuseTakenName(tx: WriteTx, name: string, exceptId: string | null): Promise<void> {
  // Two who add the same name at once: the second waits here and is told, too.
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('vendor-name|' || $1 || '|' || lower($2), 0))`,
    [tx.organizationId, name],
  );
  const rows = await tx.query<{ name: string }>(
    'select name from vendor where organization_id = $1 and lower(name) = lower($2) and ($3::uuid is null or id <> $3)',
    [tx.organizationId, name, exceptId],
  );
  if (!rows[0]) return;
  const message = `“${rows[0].name}” is on the list already.`;
  throw new DomainError('vendor.name-taken', 'conflict', message, { fieldErrors: { name: [message] } });
}

/** Whoever still gets or sends ePHI is still a vendor: the flows end first. */
export async function refuseWhileFlowing(tx: WriteTx, id: string): Promise<void> {
  const flows = await tx.query<{ name: string }>(
    `select name from data_flow where organization_id = $1 and active and $2 in (from_vendor_id, to_vendor_id)
     order by lower(name), id limit 4`,
    [tx.organizationId, id],
  );
  if (flows.length === 0) return;
  const names = flows.slice(0, 3).map(({ name }) => `“${name}”`);
  const message = `Data flows still begin or end there: ${names.join(', ')}${flows.length > 3 ? ' and others' : ''}. End them first.`;
  throw new DomainError('vendor.in-use', 'conflict', message, { fieldErrors: { active: [message] } });
}
