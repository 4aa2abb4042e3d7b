import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import type { PackContent } from '../domain/pack.js';

/** The same content has the same hash, in whatever order its keys were written and whatever file it came in. */
export function packHash(pack: PackContent): string {
  return documentHash({ ...pack, provenance: { ...pack.provenance, fileSha256: undefined } });
}

export function documentHash(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}
