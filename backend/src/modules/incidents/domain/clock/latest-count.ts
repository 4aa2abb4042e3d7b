import type { Count } from './breach-facts.js';

/** The count that holds: the one of the latest day, and of one day the one that was told last. Null while nobody counted. */
export function latestCount(counts: readonly Count[]): Count | null {
  return counts.reduce<Count | null>((last, next) => (last && next.asOf < last.asOf ? last : next), null);
}
