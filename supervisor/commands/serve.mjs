import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareHome } from '../home.mjs';
import { Refusal } from '../refusal.mjs';
import { CHECKOUT, readSettings } from '../settings.mjs';

const ENTRIES = {
  backend: 'backend/dist/main.js',
  worker: 'backend/dist/worker.js',
  frontend: 'frontend/server.mjs',
};

/**
 * `part164 serve backend|worker|frontend`: one process alone, in a container. It takes the database role that it
 * needs from DATABASE_URL and PART164_HOME/secrets, forgets the rest, and becomes that process.
 * @param {string[]} args
 */
export async function serve([name]) {
  if (name !== 'backend' && name !== 'worker' && name !== 'frontend') {
    throw new Refusal('Usage: part164 serve backend|worker|frontend', 'name the process.');
  }
  const settings = readSettings();
  const environment = name === 'frontend' ? await frontend(settings) : await server(name, settings);
  for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key];
  Object.assign(process.env, environment);
  process.chdir(CHECKOUT);
  await import(pathToFileURL(join(CHECKOUT, ENTRIES[name])).href);
}

/**
 * @param {'backend' | 'worker'} name
 * @param {import('../settings.mjs').Settings} settings
 */
async function server(name, settings) {
  if (settings.databaseUrl === undefined) {
    throw new Refusal(
      'A process that is served alone has no embedded PostgreSQL, and DATABASE_URL is not set.',
      'set DATABASE_URL to postgresql://administrator:password@host:5432/part164, or run `part164 start`.',
    );
  }
  prepareHome(settings.home);
  const { backendEnvironment, workerEnvironment } = await import('../child-environment.mjs');
  const { commandInstance } = await import('../command-instance.mjs');
  const instance = commandInstance(settings, settings.databaseUrl);
  instance.backendPort = Number(process.env.BACKEND_PORT || instance.backendPort);
  instance.workerPort = Number(process.env.WORKER_HEALTH_PORT || instance.workerPort);
  return name === 'backend'
    ? { ...backendEnvironment(instance), BACKEND_HOST: process.env.BACKEND_HOST || '0.0.0.0' }
    : workerEnvironment(instance);
}

/** @param {import('../settings.mjs').Settings} settings */
async function frontend(settings) {
  const { inheritedEnvironment } = await import('../child-environment.mjs');
  const { homeSecret } = await import('../secrets.mjs');
  const port = settings.port || 3164;
  return {
    ...inheritedEnvironment(),
    NODE_ENV: 'production',
    LOG_LEVEL: settings.logLevel,
    PORT: String(port),
    HOST: process.env.HOST || '0.0.0.0',
    BACKEND_URL: process.env.BACKEND_URL || 'http://127.0.0.1:3165',
    PUBLIC_URL: settings.publicUrl ?? `http://localhost:${port}`,
    FRONTEND_SECRET: process.env.FRONTEND_SECRET || homeSecret(settings.home, 'frontend'),
  };
}
