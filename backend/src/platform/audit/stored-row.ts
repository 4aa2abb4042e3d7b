import { hash } from 'node:crypto';

/**
 * The hashed columns of a row as PostgreSQL itself writes them: the binary form of a text array is a head of twenty
 * bytes and then, for each value, its length and its bytes, which is just what `canonicalBytes` makes.
 */
const COLUMNS = `e.organization_id::text, e.id::text,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_type, e.actor_id::text, e.actor_name,
  e.session_id::text, e.action, e.target_type, e.target_id::text, e.parent_type, e.parent_id::text, e.outcome,
  e.reason_code, e.request_id, e.ip, e.changed_fields::text, e.value_macs::text, e.detail::text`;

/** SQL for the canonical bytes of `audit.event e`. */
export const CANONICAL = `substring(array_send(array[${COLUMNS}]) from 21)`;

/**
 * What a query selects of `audit.event e` to seal or to judge it. The database digests its row: the digest is checked
 * against a MAC whose key it does not hold. Nothing here may be null: who tampers needs not keep to NOT NULL.
 */
export const STORED_ROW = `e.id as event_id, coalesce(e.xid::text, '0') as xid,
  encode(sha256(substring(array_send(array[${COLUMNS}, encode(e.column_sums, 'hex')]) from 21)), 'hex') as digest,
  coalesce(encode(e.row_mac, 'hex'), '') as row_mac`;

export interface StoredRow {
  event_id: string;
  xid: string;
  digest: string;
  row_mac: string;
}

/** A leaf of the tree (RFC 6962, 2.1): the row's digest, its MAC, and its transaction, which gives it its place. */
export function leafOf(row: StoredRow): string {
  return hash(
    'sha256',
    Buffer.from(`00${row.digest}${row.row_mac}${BigInt(row.xid).toString(16).padStart(16, '0')}`, 'hex'),
  );
}

/** Earlier in the log: by transaction, then by id. */
export function isBefore(
  a: { xid: string; event_id: string },
  b: { xid: string; event_id: string },
): boolean {
  if (a.xid === b.xid) return a.event_id < b.event_id;
  return BigInt(a.xid) < BigInt(b.xid);
}
