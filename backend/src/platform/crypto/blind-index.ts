import { createHmac, hkdfSync } from 'node:crypto';
import type { FieldKeys } from './encrypted-column.js';

const LENGTH = 16;

/**
 * A keyed hash for exact look-ups of what is stored encrypted: 16 bytes, the same for the same text within one
 * organization and column, and telling nothing without the key. The oldest field key makes it, so that a new version of
 * the key changes no index; to retire that oldest one, its indexes are computed anew.
 */
export function blindIndex(
  { organizationId, fieldKeys }: FieldKeys,
  table: string,
  column: string,
): (text: string) => Buffer {
  const oldest = fieldKeys.byVersion.get(Math.min(...fieldKeys.byVersion.keys()))!;
  const label = `v1|blind-index|${organizationId}|${table}|${column}`;
  const key = Buffer.from(hkdfSync('sha256', oldest, '', label, 32));
  return (text) => createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, LENGTH);
}
