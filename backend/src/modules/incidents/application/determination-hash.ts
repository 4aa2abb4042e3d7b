import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import type { DeterminationRow } from '../persistence/determination-rows.js';

/** Exactly what is signed: the content, and what it is about. */
export function signedText(
  organizationId: string,
  incidentId: string,
  { id, number, content }: Pick<DeterminationRow, 'id' | 'number' | 'content'>,
): string {
  return canonicalJson({ organizationId, incidentId, determinationId: id, number, content });
}

/** SHA-256 in hexadecimal digits. */
export function determinationHash(
  organizationId: string,
  incidentId: string,
  row: Pick<DeterminationRow, 'id' | 'number' | 'content'>,
): string {
  return createHash('sha256')
    .update(signedText(organizationId, incidentId, row), 'utf8')
    .digest('hex');
}
