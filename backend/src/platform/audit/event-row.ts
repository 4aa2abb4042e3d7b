import { createHmac, hash, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { KeyRing } from '../crypto/data-keys.js';

/** One row of audit.event as it is hashed: every column as the text that the database gives for it. */
export interface AuditEventRow {
  organizationId: string;
  id: string;
  /** ISO, UTC, six digits of a second: see `instantText`. */
  at: string;
  actorType: string;
  actorId: string | null;
  actorName: string | null;
  sessionId: string | null;
  action: string;
  targetType: string;
  targetId: string | null;
  parentType: string | null;
  parentId: string | null;
  outcome: string;
  reasonCode: string | null;
  requestId: string | null;
  ip: string | null;
  /** JSON. */
  changedFields: string;
  valueMacs: string;
  detail: string;
}

/** The order of the columns is part of the format: it never changes, a new column goes to the end. */
export const HASHED_COLUMNS = [
  'organizationId',
  'id',
  'at',
  'actorType',
  'actorId',
  'actorName',
  'sessionId',
  'action',
  'targetType',
  'targetId',
  'parentType',
  'parentId',
  'outcome',
  'reasonCode',
  'requestId',
  'ip',
  'changedFields',
  'valueMacs',
  'detail',
] as const satisfies readonly (keyof AuditEventRow)[];
export type HashedColumn = (typeof HASHED_COLUMNS)[number];

const NULL = 0xffffffff;
const VERSION_DIGITS = 8;

/** Each value as a length (4 bytes, 0xffffffff for null) and its bytes, so that no two rows read the same. */
export function piece(value: string | null): Buffer {
  const bytes = Buffer.from(value ?? '', 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(value === null ? NULL : bytes.length);
  return Buffer.concat([length, bytes]);
}

export function canonicalBytes(row: AuditEventRow): Buffer {
  return Buffer.concat(HASHED_COLUMNS.map((column) => piece(row[column])));
}

/** The columns in canonical bytes, each with its length; shorter when the bytes are not whole. */
export function splitPieces(canonical: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at + 4 <= canonical.length;) {
    const length = canonical.readUInt32BE(at);
    const end = at + 4 + (length === NULL ? 0 : length);
    pieces.push(canonical.subarray(at, end));
    at = end;
  }
  return pieces;
}

/** One checksum a column. They prove nothing: they say which column it was when the MAC says that something was. */
export function columnSums(canonical: Buffer): Buffer {
  const pieces = splitPieces(canonical);
  const sums = Buffer.alloc(4 * pieces.length);
  pieces.forEach((bytes, n) => sums.writeUInt32BE(crc32(bytes), 4 * n));
  return sums;
}

/** JSON with sorted keys: the same value is always the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function') return canonicalJson((value as Date).toJSON());
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** An instant of whole milliseconds as the database writes it for hashing. */
export function instantText(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}

/** Stands for the whole row: SHA-256 of its columns and their checksums. All hashes here are hexadecimal text. */
export function rowDigest(canonical: Buffer, sums: Buffer): string {
  return hash('sha256', Buffer.concat([canonical, piece(sums.toString('hex'))]));
}

/** Covers the row from its first moment; the tree covers it once more. The key's version stands in front. */
export function rowMac(keys: KeyRing, digest: string): string {
  return versioned(keys, (key) => macOf(key, `row|${digest}`));
}

export function isRowMac(keys: KeyRing, digest: string, mac: string): boolean {
  return isVersioned(keys, mac, (key) => macOf(key, `row|${digest}`));
}

/** A head of the tree as it is signed for: where it came from, its size and root, and when. */
export interface TreeHead {
  organizationId: string;
  fromSize: number;
  treeSize: number;
  rootHash: string;
  /** As in `instantText`. */
  sealedAt: string;
}

export function headMac(keys: KeyRing, head: TreeHead): string {
  return versioned(keys, (key) => macOf(key, headText(head)));
}

export function isHeadMac(keys: KeyRing, head: TreeHead, mac: string): boolean {
  return isVersioned(keys, mac, (key) => macOf(key, headText(head)));
}

function headText(head: TreeHead): string {
  return `head|${head.organizationId}|${head.fromSize}|${head.treeSize}|${head.sealedAt}|${head.rootHash}`;
}

function macOf(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function versioned(keys: KeyRing, mac: (key: KeyObject) => string): string {
  return keys.current.version.toString(16).padStart(VERSION_DIGITS, '0') + mac(keys.current.key);
}

function isVersioned(keys: KeyRing, stored: string, mac: (key: KeyObject) => string): boolean {
  const key = keys.byVersion.get(parseInt(stored.slice(0, VERSION_DIGITS), 16));
  return key !== undefined && stored.slice(VERSION_DIGITS) === mac(key);
}

/** A keyed hash of a value: shows that two versions differ, or that a guess is right, and nothing else. */
export function valueMac(key: KeyObject, field: string, value: unknown): string {
  return createHmac('sha256', key)
    .update(`value|${field}|`)
    .update(canonicalJson(value))
    .digest('base64url')
    .slice(0, 22);
}
