import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://');

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  BACKEND_HOST: z.string().default('127.0.0.1'),
  BACKEND_PORT: port.default(3165),
  WORKER_HEALTH_PORT: port.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_WORKER_URL: postgresUrl.optional(),
  QUEUE_URL: z
    .string()
    .regex(/^(postgres(ql)?|rediss?):\/\//, 'must begin with postgresql:// or redis://')
    .optional(),
  /** Where mail goes out; without it messages stay in the mailbox of the app. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/@/, 'must be an address, such as Part164 <compliance@clinic.example>')
    .optional(),
  PART164_HOME: z.string().default(resolve(homedir(), '.part164')),
  PUBLIC_URL: z.url().default('http://127.0.0.1:3164'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(50).default(12),
  DEMO: z.enum(['on', 'off']).default('on'),
  /** Both demo organizations were loaded to the end before. */
  DEMO_TOLD: z.enum(['yes', 'no']).default('no'),
  DEMO_PASSWORD: z.string().min(15, 'must have at least 15 characters').optional(),
});

export type Environment = z.infer<typeof environment>;

export interface Config extends Environment {
  /** On plain http (localhost) the session cookie drops its `__Host-` prefix and `Secure`. */
  secureCookies: boolean;
}

/** Parses the whole environment once; a refusal names each variable and what it wants. */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  return { ...parsed.data, secureCookies: parsed.data.PUBLIC_URL.startsWith('https://') };
}

export const CONFIG = Symbol('config');
