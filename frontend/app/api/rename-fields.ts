import type { ApiProblem } from './problem';

/** The problem with its fields called as the form calls them, where the API’s document is shaped otherwise. */
export function renameFields(problem: ApiProblem, nameOf: (path: string) => string): ApiProblem {
  const own: Record<string, string[]> = {};
  for (const [path, words] of Object.entries(problem.fieldErrors ?? {}))
    own[nameOf(path)] = [...(own[nameOf(path)] ?? []), ...words];
  return { ...problem, fieldErrors: own };
}
