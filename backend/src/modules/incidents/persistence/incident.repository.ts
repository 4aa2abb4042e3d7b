import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { IncidentRecord } from './incident.record.js';

export const whatHappened = encryptedColumn('incident', 'what_happened');
export const reporterContact = encryptedColumn('incident', 'reporter_contact');

export type NewIncident = Pick<
  IncidentRecord,
  'title' | 'kind' | 'phiInvolved' | 'source' | 'reportedBy' | 'occurredOn' | 'noticedOn' | 'isDrill'
> & { whatHappened: string; reporterContact: string };

/** Numbers come one after the other, without a gap: two who report at once take turns. */
export async function addIncident(tx: WriteTx, draft: NewIncident): Promise<IncidentRecord> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('incident-number|' || $1, 0))`, [
    tx.organizationId,
  ]);
  const [last] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from incident where organization_id = $1',
    [tx.organizationId],
  );
  const id = newId();
  const incident: IncidentRecord = {
    ...draft,
    organizationId: tx.organizationId,
    id,
    number: last!.number + 1,
    severity: null,
    state: 'reported',
    handledAs: 'incident',
    whatHappened: whatHappened.seal(tx, id, draft.whatHappened),
    reporterContact: reporterContact.sealOrNull(tx, id, draft.reporterContact),
    reportedAt: tx.now,
    closeAskedBy: null,
    closeAskedAt: null,
    closeOutcome: null,
    closedBy: null,
    closedOn: null,
    discoveredOn: null,
    individuals: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(IncidentRecord, incident);
  return incident;
}

/** The incident, held until the transaction ends: whoever changes it takes turns. */
export async function holdIncident(tx: WriteTx, id: string): Promise<IncidentRecord> {
  const record = await tx.manager.findOne(IncidentRecord, {
    where: { organizationId: tx.organizationId, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) throw notFound('incident');
  return record;
}

/** The same, and only if it is still as the person saw it. */
export async function holdSeen(tx: WriteTx, id: string, version: number): Promise<IncidentRecord> {
  const record = await holdIncident(tx, id);
  if (record.version !== version) throw stale('incident');
  return record;
}

export function saveIncident(
  tx: WriteTx,
  { id, version }: IncidentRecord,
  changes: Partial<IncidentRecord>,
): Promise<number> {
  return saveVersion(
    tx,
    IncidentRecord,
    { organizationId: tx.organizationId, id },
    version,
    changes,
    'incident',
  );
}
