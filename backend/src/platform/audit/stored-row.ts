import { leafHash } from './merkle/frontier.js';
import { piece } from './event-row.js';

/**
 * The hashed columns of a row as PostgreSQL itself writes them: the binary form of a text array is a head of twenty
 * bytes and then, for each value, its length and its bytes, which is just what `canonicalBytes` makes.
 */
const ARRAY_HEAD = 20;
const COLUMNS = `array_send(array[e.organization_id::text, e.id::text,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_type, e.actor_id::text, e.actor_name,
  e.session_id::text, e.action, e.target_type, e.target_id::text, e.parent_type, e.parent_id::text, e.outcome,
  e.reason_code, e.request_id, e.ip, e.changed_fields::text, e.value_macs::text, e.detail::text])`;

/** What a query selects of `audit.event e` to hash it. */
export const STORED_ROW = `e.id as event_id, e.xid::text as xid, ${COLUMNS} as columns, e.column_sums, e.row_mac`;

export interface StoredRow {
  event_id: string;
  xid: string;
  columns: Buffer;
  column_sums: Buffer;
  row_mac: Buffer;
}

export function canonicalOf(row: StoredRow): Buffer {
  return row.columns.subarray(ARRAY_HEAD);
}

/** The row's leaf: all of it, with its MAC and its transaction, which gives it its place. */
export function leafOf(row: StoredRow): Buffer {
  return leafHash(canonicalOf(row), piece(row.column_sums), piece(row.row_mac), piece(row.xid));
}

/** Earlier and later in the log: by transaction, then by id. */
export function isBefore(a: { xid: string; event_id: string }, b: { xid: string; event_id: string }): boolean {
  const [left, right] = [BigInt(a.xid), BigInt(b.xid)];
  return left < right || (left === right && a.event_id < b.event_id);
}
