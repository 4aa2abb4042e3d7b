/** An application/problem+json answer of the backend, as the screens show it. */
export interface ApiProblem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  requestId?: string;
  fieldErrors?: Record<string, string[]>;
  retryAfterSeconds?: number;
}

export function isApiProblem(value: unknown): value is ApiProblem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}

export function toProblem(response: Response, body: unknown): ApiProblem {
  const known = isApiProblem(body) ? body : undefined;
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    status: response.status,
    code: known?.code ?? 'unexpected.answer',
    title: known?.title ?? '',
    detail: known?.detail,
    requestId: known?.requestId ?? response.headers.get('x-request-id') ?? undefined,
    fieldErrors: known?.fieldErrors,
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}
