import { DomainError } from '../kernel/domain-error.js';
import type { JobProgress } from './job-progress.js';

/**
 * Runs a job that people watch. A refusal stays one however often it is tried; what failed otherwise is tried again, and
 * after the last try given back as well. `giveBack` takes the code of the refusal, or null, and answers with the code to show.
 */
export async function runWatched(
  progress: JobProgress,
  { attempt, attempts }: { attempt: number; attempts: number },
  work: () => Promise<object>,
  giveBack: (refusal: string | null) => Promise<string>,
): Promise<void> {
  try {
    await progress.finish({ ...(await work()) });
  } catch (error) {
    const refusal = error instanceof DomainError ? error.code : null;
    if (refusal === null && attempt + 1 < attempts) throw error;
    await progress.fail(await giveBack(refusal));
    if (refusal === null) throw error;
  }
}
