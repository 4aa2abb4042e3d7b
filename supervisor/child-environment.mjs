import { join } from 'node:path';
import { roleUrl } from './roles.mjs';
import { homeSecret } from './secrets.mjs';

/** What a child inherits of our environment; everything else is told to it one by one. */
const INHERITED = [
  'PATH',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'TZ',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
];

/**
 * What the processes of one instance have in common.
 * @typedef {object} Instance
 * @property {import('./settings.mjs').Settings} settings
 * @property {string} adminUrl from which the URLs of the roles are made; no child sees it
 * @property {string} publicUrl
 * @property {number} port
 * @property {number} backendPort
 * @property {number} workerPort
 * @property {'production' | 'development'} mode
 */

/** @param {Instance} instance */
export function backendEnvironment(instance) {
  return {
    ...common(instance),
    BACKEND_PORT: String(instance.backendPort),
    DATABASE_APP_URL: roleUrl(instance.adminUrl, instance.settings.home, 'part164_app'),
    QUEUE_URL: queueUrl(instance),
    PART164_HOME: instance.settings.home,
    ...mailEnvironment(instance),
  };
}

/** @param {Instance} instance */
export function workerEnvironment(instance) {
  return {
    ...common(instance),
    WORKER_HEALTH_PORT: String(instance.workerPort),
    DATABASE_WORKER_URL: roleUrl(instance.adminUrl, instance.settings.home, 'part164_worker'),
    QUEUE_URL: queueUrl(instance),
    PART164_HOME: instance.settings.home,
    ...mailEnvironment(instance),
  };
}

/** The frontend holds no way into the database. @param {Instance} instance */
export function frontendEnvironment(instance) {
  return {
    ...common(instance),
    PORT: String(instance.port),
    HOST: instance.settings.host,
    BACKEND_URL: `http://127.0.0.1:${instance.backendPort}`,
    FRONTEND_SECRET: homeSecret(instance.settings.home, 'frontend'),
  };
}

/**
 * Where mail goes out: the worker sends it, the backend asks whether there is one. The frontend has no part in it.
 * @param {Instance} instance
 * @returns {Record<string, string>}
 */
function mailEnvironment({ settings: { smtpUrl, mailFrom } }) {
  return { ...(smtpUrl && { SMTP_URL: smtpUrl }), ...(mailFrom && { MAIL_FROM: mailFrom }) };
}

/**
 * The environment that no child needs a secret for.
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
export function inheritedEnvironment(env = process.env) {
  return Object.fromEntries(
    INHERITED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
}

/** @param {Instance} instance */
export function queueUrl({ settings, adminUrl }) {
  return settings.queueUrl ?? roleUrl(adminUrl, settings.home, 'part164_queue');
}

/** @param {Instance} instance */
function common({ mode, publicUrl, settings }) {
  // From Node.js 22 on, compiled code is kept and the next start is quicker.
  const cache = join(settings.home, 'cache', 'node');
  return {
    NODE_COMPILE_CACHE: cache,
    ...inheritedEnvironment(),
    NODE_ENV: mode,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: settings.logLevel,
  };
}
