import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import type { AcceptedState } from '../domain/acceptance.js';

/** SHA-256, in hexadecimal, of the canonical JSON of what is accepted. */
export function hashOf(state: AcceptedState): string {
  return createHash('sha256').update(canonicalJson(state), 'utf8').digest('hex');
}
