import type { ApiProblem } from '~/api/problem';

/**
 * What a file's address answers in place of the file. A thrown `data()` would lose its words: an address without a
 * page of its own has no error boundary that shows them.
 */
export function problemResponse(problem: ApiProblem): Response {
  const { status, retryAfterSeconds } = problem;
  return Response.json(problem, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {}),
    },
  });
}
