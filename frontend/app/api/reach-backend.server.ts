/**
 * Sends a call to the backend. What only asks is sent once more when its connection ended unanswered (RFC 9110
 * 9.2.2): a kept connection may be ended by the other side in the moment in which it is used.
 */
export async function reachBackend(call: Request): Promise<Response> {
  try {
    return await fetch(call);
  } catch (error) {
    if (!asksOnly(call) || call.signal.aborted) throw error;
    return fetch(new Request(call));
  }
}

/** The problem that a page shows of a call that brought no answer: whether something may have been saved. */
export function unansweredAsProblem(call: Request, error: unknown): Response {
  const nothingChanged = asksOnly(call) || wasNeverSent(error);
  return nothingChanged ? problem(503, 'backend.unreachable') : problem(502, 'backend.interrupted');
}

function asksOnly({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The connection never came about. */
function wasNeverSent(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const syscall = (cause as { syscall?: unknown } | undefined)?.syscall;
  return syscall === 'connect' || syscall === 'getaddrinfo';
}

function problem(status: number, code: string): Response {
  return Response.json({ status, code, title: '' }, { status });
}
