import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { SystemDb } from '../database/system-db.js';
import type { Queues } from './queues.js';

const ANSWER_WITHIN_MS = 3_000;

/** GET /healthz and /readyz of the worker process, on the loopback only. */
export class WorkerHealth {
  private server: Server | undefined;

  constructor(
    private readonly system: SystemDb,
    private readonly queues: Queues,
  ) {}

  async listen(port: number): Promise<void> {
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '/').then(({ status, body }) => {
        response
          .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
          .end(JSON.stringify(body));
      });
    }).listen(port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(path: string): Promise<{ status: number; body: object }> {
    if (path === '/healthz') return { status: 200, body: { status: 'ok' } };
    if (path !== '/readyz') return { status: 404, body: { status: 'unknown' } };
    const [database, queue] = await Promise.all([
      answers(() => this.system.query('select 1')),
      answers(() => this.queues.ping()),
    ]);
    const ok = database && queue;
    return { status: ok ? 200 : 503, body: { status: ok ? 'ok' : 'unavailable', database, queue } };
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([ask().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
