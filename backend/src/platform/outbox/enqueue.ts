import { newId } from '../database/new-id.js';
import type { JobDefinition } from '../jobs/define-job.js';

export interface EnqueueOptions {
  /** Two enqueues with the same key are one job. Made up where none is given. */
  dedupeKey?: string;
  runAt?: Date;
}

const INSERT = `insert into outbox (organization_id, id, job_name, payload, dedupe_key, run_at)
  values ($1, $2, $3, $4, $5, $6) on conflict (organization_id, job_name, dedupe_key) do nothing`;

/** Writes the job beside the change that asks for it; the relay hands it to the queue after the commit. */
export async function enqueue<P extends Record<string, unknown>>(
  run: (sql: string, params: unknown[]) => Promise<unknown>,
  organizationId: string,
  job: JobDefinition<P>,
  payload: P,
  options: EnqueueOptions = {},
): Promise<void> {
  const id = newId();
  const checked = job.payload.parse(payload);
  await run(INSERT, [
    organizationId,
    id,
    job.name,
    JSON.stringify(checked),
    options.dedupeKey ?? id,
    options.runAt ?? null,
  ]);
}
