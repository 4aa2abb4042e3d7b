import type { z } from 'zod';

/** A kind of work, apart from the code that does it: to enqueue it does not import the work. */
export interface JobDefinition<P extends Record<string, unknown> = Record<string, unknown>> {
  readonly name: string;
  /** Ids and small facts only: payloads are stored in the queue. */
  readonly payload: z.ZodType<P>;
  /** How often it is tried before it stays failed. */
  readonly attempts: number;
}

const defined = new Set<string>();

/** Names a kind of work. Twice the same name stops the boot. */
export function defineJob<P extends Record<string, unknown>>(
  name: string,
  payload: z.ZodType<P>,
  { attempts = 5 }: { attempts?: number } = {},
): JobDefinition<P> {
  if (defined.has(name)) throw new Error(`job ${name} is defined twice`);
  defined.add(name);
  return { name, payload, attempts };
}

/** Everything that this program may enqueue. */
export function definedJobs(): string[] {
  return [...defined];
}
