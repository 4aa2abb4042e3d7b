import { DomainError } from './domain-error.js';

/** The record has another version than the one that the person saw. */
export function stale(noun: string): DomainError {
  return new DomainError(
    `${noun}.stale`,
    'stale',
    'Somebody else changed this after you opened it. Your entries are kept: compare, then save again.',
  );
}
