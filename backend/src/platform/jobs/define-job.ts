import type { z } from 'zod';

/** A kind of work, apart from the code that does it: to enqueue it does not import the work. */
export interface JobDefinition<P extends Record<string, unknown> = Record<string, unknown>> {
  readonly name: string;
  /** Ids and small facts only: payloads are stored in the queue. */
  readonly payload: z.ZodType<P>;
  /** How often it is tried before it stays failed. */
  readonly attempts: number;
}

export function defineJob<P extends Record<string, unknown>>(
  name: string,
  payload: z.ZodType<P>,
  { attempts = 5 }: { attempts?: number } = {},
): JobDefinition<P> {
  return { name, payload, attempts };
}
