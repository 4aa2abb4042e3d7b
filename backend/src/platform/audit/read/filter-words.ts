import { typedId } from '../../kernel/typed-id.js';
import type { AuditFilter } from '../audit.schemas.js';

/** The filters that are set, as the address of the page has them. */
export function filterWords(filter: AuditFilter): Record<string, string> {
  const { actorId, ...others } = filter;
  const words = { ...others, ...(actorId ? { actorId: typedId('member', actorId) } : {}) };
  return Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
