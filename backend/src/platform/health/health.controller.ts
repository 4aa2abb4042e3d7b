import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/route-access.js';
import { KEY_PROVIDER, type KeyProvider } from '../crypto/key-provider.js';
import { SystemDb } from '../database/system-db.js';
import { Returns } from '../http/returns.js';
import { Queues } from '../jobs/queues.js';

const healthView = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' });
const readyView = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    database: z.boolean(),
    queue: z.boolean(),
    keys: z.boolean(),
  })
  .meta({ id: 'Readiness' });

const ANSWER_WITHIN_MS = 3_000;

@Controller()
export class HealthController {
  constructor(
    private readonly system: SystemDb,
    private readonly queues: Queues,
    @Inject(KEY_PROVIDER) private readonly keys: KeyProvider,
  ) {}

  @Get('healthz')
  @Public('probes ask whether the process lives')
  @Returns(healthView)
  alive() {
    return { status: 'ok' as const };
  }

  @Get('readyz')
  @Public('probes ask whether database and queue answer')
  @Returns(readyView)
  async ready(@Res({ passthrough: true }) response: Response) {
    const [database, queue, keys] = await Promise.all([
      answers(() => this.system.query('select 1')),
      answers(() => this.queues.ping()),
      answers(async () => {
        const health = await this.keys.health();
        if (!health.ok) throw new Error(health.detail);
      }),
    ]);
    const ok = database && queue && keys;
    if (!ok) response.status(503);
    return { status: ok ? ('ok' as const) : ('unavailable' as const), database, queue, keys };
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_, reject) => (timer = setTimeout(() => reject(new Error('late')), ANSWER_WITHIN_MS)),
  );
  try {
    await Promise.race([ask(), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
