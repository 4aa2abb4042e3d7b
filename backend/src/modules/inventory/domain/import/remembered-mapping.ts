import type { ImportMapping } from './import-subject.js';
import type { HeadingMatcher } from './match-headings.js';

interface KnownList {
  headings: readonly string[];
  mapping: ImportMapping;
  takenFrom: NonNullable<ImportMapping['takenFrom']>;
}

/** What the columns mean at first: as in the newest of the `known` lists with the very same headings, else by the headings. */
export function firstMapping(
  headings: readonly string[],
  matcher: HeadingMatcher,
  known: readonly KnownList[],
): ImportMapping {
  const guess: ImportMapping = { columns: matcher.match(headings), fixed: {} };
  const last = known.find((list) => sameList(list.headings, headings));
  if (!last) return guess;
  const { columns, fixed } = last.mapping;
  const isNoNews = Object.keys(fixed).length === 0 && sameList(columns, guess.columns);
  return isNoNews ? guess : { columns, fixed, takenFrom: last.takenFrom };
}

function sameList(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
