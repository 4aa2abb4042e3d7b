/** One JSON line for each failure that no page expected: what and where, never what a person typed. */
export function logFailure(request: Request, error: unknown): void {
  const { pathname } = new URL(request.url);
  const failure =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack }
      : { name: 'Unknown' };
  const line = {
    at: new Date().toISOString(),
    service: 'frontend',
    event: 'failed',
    method: request.method,
    pathname,
    failure,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
