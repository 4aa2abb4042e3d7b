/** Something that makes a pack unusable, and where it stands. */
export interface PackProblem {
  path: string;
  message: string;
}

/** What a pack may refer to outside itself; null where nothing is installed to compare with. */
export interface PackSurroundings {
  requirementIds: ReadonlySet<string> | null;
}

/** Each key that stands twice, once for each repetition. */
export function repeated(path: string, keys: readonly string[]): PackProblem[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: `${path}.${index}`, message: `${key} stands here twice.` }];
  });
}

export function dangling(
  path: string,
  keys: readonly string[],
  known: ReadonlySet<string> | null,
  noun: string,
): PackProblem[] {
  if (!known) return [];
  return keys
    .filter((key) => !known.has(key))
    .map((key) => ({ path, message: `${key} is no ${noun} that is known here.` }));
}
