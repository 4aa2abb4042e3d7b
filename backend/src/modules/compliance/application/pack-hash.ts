import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import type { PackContent } from '../domain/pack.js';

/** The same content has the same hash, in whatever order its keys were written. */
export function packHash(pack: PackContent): string {
  return createHash('sha256').update(canonicalJson(pack)).digest('hex');
}
