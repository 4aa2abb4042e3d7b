import type { ColumnFields, ImportMapping } from './import-subject.js';
import type { HeadingMatcher } from './match-headings.js';

interface KnownList {
  headings: readonly string[];
  mapping: ImportMapping;
  takenFrom: NonNullable<ImportMapping['takenFrom']>;
}

/**
 * What the columns mean at first: as in the newest of the `known` lists with the very same headings, else by the
 * headings. What our own files say besides counts for nothing there, and is left out.
 */
export function firstMapping(
  headings: readonly string[],
  matcher: HeadingMatcher,
  known: readonly KnownList[],
): ImportMapping {
  const guess: ImportMapping = { columns: matcher.match(headings), fixed: {} };
  for (const { headings: before, mapping, takenFrom } of known) {
    const columns = sameList(before, headings)
      ? mapping.columns
      : columnsAsBefore(headings, matcher, before, mapping.columns);
    if (columns === null) continue;
    const isNoNews = Object.keys(mapping.fixed).length === 0 && sameList(columns, guess.columns);
    return isNoNews ? guess : { columns, fixed: mapping.fixed, takenFrom };
  }
  return guess;
}

/**
 * Null where the headings are others. A file of rows has columns without a heading between those of the list and ours,
 * where a row is longer than its headings.
 */
function columnsAsBefore(
  headings: readonly string[],
  matcher: HeadingMatcher,
  before: readonly string[],
  meant: ColumnFields,
): ColumnFields | null {
  const theirs = placesOfTheirs(headings, matcher);
  const theirsBefore = placesOfTheirs(before, matcher);
  const isSame = theirsBefore.every((place, nth) => before[place] === headings[theirs[nth] ?? -1]);
  const isMore = theirs.slice(theirsBefore.length).some((place) => headings[place] !== '');
  if (!isSame || isMore || theirsBefore.length === 0) return null;
  const columns: ColumnFields = headings.map(() => null);
  theirsBefore.forEach((place, nth) => (columns[theirs[nth]!] = meant[place] ?? null));
  return columns;
}

function placesOfTheirs(headings: readonly string[], matcher: HeadingMatcher): number[] {
  return headings.flatMap((heading, place) => (matcher.isOurs(heading) ? [] : [place]));
}

function sameList(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
