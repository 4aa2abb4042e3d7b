import { createHmac, type KeyObject } from 'node:crypto';

/** One row of audit.event as it is hashed. Times are ISO text with milliseconds, as the writer gave them. */
export interface AuditEventRow {
  organizationId: string;
  id: string;
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
  changedFields: string[];
  valueMacs: Record<string, unknown>;
  detail: Record<string, unknown>;
}

/** The order of the columns is part of the format: it never changes, a new column goes to the end. */
export const HASHED_COLUMNS = [
  'organizationId', 'id', 'at', 'actorType', 'actorId', 'actorName', 'sessionId', 'action', 'targetType', 'targetId',
  'parentType', 'parentId', 'outcome', 'reasonCode', 'requestId', 'ip', 'changedFields', 'valueMacs', 'detail',
] as const satisfies readonly (keyof AuditEventRow)[];

/** Each column as a length (4 bytes, 0xffffffff for null) and its bytes, so that no two rows read the same. */
export function canonicalBytes(row: AuditEventRow): Buffer {
  const pieces: Buffer[] = [];
  for (const column of HASHED_COLUMNS) {
    const value = row[column];
    const length = Buffer.alloc(4);
    if (value === null) {
      length.writeUInt32BE(0xffffffff);
      pieces.push(length);
      continue;
    }
    const bytes = Buffer.from(typeof value === 'string' ? value : canonicalJson(value), 'utf8');
    length.writeUInt32BE(bytes.length);
    pieces.push(length, bytes);
  }
  return Buffer.concat(pieces);
}

/** JSON with sorted keys: jsonb does not keep their order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Covers the row until the sealer has put it into the tree. */
export function rowMac(key: KeyObject, row: AuditEventRow): Buffer {
  return createHmac('sha256', key).update('row|').update(canonicalBytes(row)).digest();
}

/** A keyed hash of a value: shows that two versions differ, or that a guess is right, and nothing else. */
export function valueMac(key: KeyObject, field: string, value: unknown): string {
  return createHmac('sha256', key).update(`value|${field}|`).update(canonicalJson(value)).digest('base64url').slice(0, 22);
}
