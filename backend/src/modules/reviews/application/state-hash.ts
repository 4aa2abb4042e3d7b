import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/event-row.js';

/** SHA-256, in hexadecimal, of the canonical JSON of a record as it was looked at. */
export function hashOfState(state: Record<string, unknown>): string {
  return createHash('sha256').update(canonicalJson(state), 'utf8').digest('hex');
}
