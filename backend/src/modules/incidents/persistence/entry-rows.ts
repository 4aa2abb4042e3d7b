import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { IncidentState } from '../domain/response/incident-states.js';

export const entryWords = encryptedColumn('incident_entry', 'words');

export type EntryKind = 'fact' | 'decision' | 'action' | 'note' | 'state' | 'role';
export type Lane = 'team' | 'counsel';

export interface NewEntry {
  incidentId: string;
  kind: EntryKind;
  lane?: Lane;
  words: string;
  fromState?: IncidentState | null;
  toState?: IncidentState | null;
  correctsId?: string | null;
  /** Now, where it is left out. */
  happenedAt?: Date;
  writtenBy: string | null;
}

export interface EntryRow {
  id: string;
  kind: EntryKind;
  lane: Lane;
  words: string;
  fromState: IncidentState | null;
  toState: IncidentState | null;
  correctsId: string | null;
  happenedAt: Date;
  writtenAt: Date;
  writtenBy: string | null;
  releasedBy: string | null;
  releasedAt: Date | null;
  releaseReason: string | null;
}

/** Adds to the log. The order of what happened is by its time, and of one time by when it was written. */
export async function addEntry(tx: WriteTx, entry: NewEntry): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into incident_entry (organization_id, id, incident_id, kind, lane, words, from_state, to_state, corrects_id,
       happened_at, written_at, written_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.organizationId,
      id,
      entry.incidentId,
      entry.kind,
      entry.lane ?? 'team',
      entryWords.seal(tx, id, entry.words),
      entry.fromState ?? null,
      entry.toState ?? null,
      entry.correctsId ?? null,
      entry.happenedAt ?? tx.now,
      tx.now,
      entry.writtenBy,
    ],
  );
  return id;
}

const COLUMNS = `e.id, e.kind, e.lane, e.words, e.from_state as "fromState", e.to_state as "toState", e.corrects_id as "correctsId",
  e.happened_at as "happenedAt", e.written_at as "writtenAt", e.written_by as "writtenBy", r.released_by as "releasedBy",
  r.released_at as "releasedAt", r.reason as "releaseReason"`;
const TABLE = `incident_entry e left join incident_entry_release r on r.organization_id = e.organization_id and r.entry_id = e.id`;

export interface EntryPageRequest {
  incidentId: string;
  /** Counsel's lane as well; who may not see it sees what counsel released, and what they wrote there themselves. */
  counsel: boolean;
  memberId: string;
  limit: number;
  cursor?: string | undefined;
}

/** The log, the latest first. */
export async function entriesOfIncident(
  tx: ReadTx,
  { incidentId, counsel, memberId, limit, cursor }: EntryPageRequest,
): Promise<{ rows: EntryRow[]; nextCursor: string | null }> {
  const [at, after] = cursor === undefined ? [null, null] : readCursor(cursor);
  const found = await tx.query<Omit<EntryRow, 'words'> & { words: Buffer }>(
    `select ${COLUMNS} from ${TABLE} where e.organization_id = $1 and e.incident_id = $2
       and (e.lane = 'team' or $3 or r.entry_id is not null or e.written_by = $4)
       and ($5::timestamptz is null or (e.happened_at, e.id) < ($5::timestamptz, $6::uuid))
     order by e.happened_at desc, e.id desc limit $7`,
    [tx.organizationId, incidentId, counsel, memberId, at, after, limit + 1],
  );
  const rows = found
    .slice(0, limit)
    .map((row) => ({ ...row, words: entryWords.open(tx, row.id, row.words) }));
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: last ? `${last.happenedAt.toISOString()}_${last.id}` : null };
}

/** What a correction or a release speaks of. */
export async function entryOf(
  tx: ReadTx,
  incidentId: string,
  id: string,
): Promise<{ lane: Lane; writtenBy: string | null; released: boolean }> {
  const [row] = await tx.query<{ lane: Lane; writtenBy: string | null; released: boolean }>(
    `select e.lane, e.written_by as "writtenBy", r.entry_id is not null as released from ${TABLE}
     where e.organization_id = $1 and e.incident_id = $2 and e.id = $3`,
    [tx.organizationId, incidentId, id],
  );
  if (!row) throw notFound('incident-entry');
  return row;
}

export async function addRelease(tx: WriteTx, entryId: string, reason: string, by: string): Promise<void> {
  await tx.query(
    `insert into incident_entry_release (organization_id, entry_id, reason, released_by, released_at)
     values ($1, $2, $3, $4, $5)`,
    [tx.organizationId, entryId, reason, by, tx.now],
  );
}

function readCursor(cursor: string): [string, string] {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!match)
    throw new DomainError(
      'request.invalid',
      'invalid',
      'This page does not exist any more. Begin with the first one.',
    );
  return [match[1]!, match[2]!];
}
