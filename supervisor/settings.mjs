import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBlockedPort } from './blocked-ports.mjs';
import { Refusal } from './refusal.mjs';

/** The folder of the checkout, whatever folder the command was typed in. */
export const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));

export const DEFAULT_PORT = 3164;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'];
const SHORTEST_PASSWORD = 15;

/**
 * Everything the commands read from the environment, read once.
 * @typedef {object} Settings
 * @property {string} home the data folder
 * @property {number} port 0 means any free one
 * @property {string} host
 * @property {string | undefined} publicUrl
 * @property {string | undefined} databaseUrl an own PostgreSQL instead of the embedded one
 * @property {string | undefined} queueUrl
 * @property {string | undefined} smtpUrl where mail goes out; none keeps it in the mailbox of the app
 * @property {string | undefined} mailFrom
 * @property {boolean} demo
 * @property {string | undefined} demoPassword
 * @property {string} logLevel
 */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function readSettings(env = process.env) {
  return {
    home: readHome(env),
    port: readPort(text(env, 'PORT')),
    host: text(env, 'HOST') ?? '127.0.0.1',
    publicUrl: readPublicUrl(text(env, 'PUBLIC_URL')),
    databaseUrl: readDatabaseUrl(text(env, 'DATABASE_URL')),
    queueUrl: readQueueUrl(text(env, 'QUEUE_URL')),
    smtpUrl: readSmtpUrl(text(env, 'SMTP_URL')),
    mailFrom: readMailFrom(text(env, 'MAIL_FROM')),
    demo: readSwitch('DEMO', text(env, 'DEMO'), true),
    demoPassword: readDemoPassword(text(env, 'DEMO_PASSWORD')),
    logLevel: readLogLevel(text(env, 'LOG_LEVEL')),
  };
}

/** @param {Record<string, string | undefined>} env */
function readHome(env) {
  const value = text(env, 'PART164_HOME');
  if (value === undefined) return resolve(CHECKOUT, '.part164');
  if (value.includes('\0'))
    throw new Refusal('PART164_HOME is not the name of a folder.', 'set it to a folder.');
  if (isAbsolute(value)) return resolve(value);
  // npm changes into the checkout; INIT_CWD is where the command was typed.
  return resolve(env.INIT_CWD ?? process.cwd(), value);
}

/** @param {string | undefined} value */
function readPort(value) {
  if (value === undefined) return DEFAULT_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new Refusal(
      `PORT=${value} is not a port.`,
      `set PORT to a number from 1 to 65535 (0: any free one), or leave it out for ${DEFAULT_PORT}.`,
    );
  }
  if (isBlockedPort(port)) {
    throw new Refusal(
      `PORT=${value} is one that browsers refuse to open: it is kept for another protocol than HTTP.`,
      `choose another PORT, such as ${DEFAULT_PORT} or 8080.`,
    );
  }
  return port;
}

/** @param {string | undefined} value */
function readPublicUrl(value) {
  if (value === undefined) return undefined;
  const url = parse(value);
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username
  ) {
    return url.origin;
  }
  throw new Refusal(
    `PUBLIC_URL=${value} is not the address of a site.`,
    'set PUBLIC_URL to what people type, without a path, e.g. https://compliance.example.org',
  );
}

/** @param {string | undefined} value */
function readDatabaseUrl(value) {
  if (value === undefined) return undefined;
  const url = parse(value.replace(/^([a-z]+:\/\/(?:[^/@]*@)?)\//i, '$1socket/'));
  const fix =
    'set DATABASE_URL to postgresql://administrator:password@host:5432/part164, or leave it out for the embedded PostgreSQL.';
  // The value may hold a password and is never printed.
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Refusal('DATABASE_URL is not a PostgreSQL URL.', fix);
  if (url.pathname.length < 2) throw new Refusal('DATABASE_URL names no database.', fix);
  return value;
}

/** @param {string | undefined} value */
function readQueueUrl(value) {
  if (value === undefined) return undefined;
  if (/^(rediss?|postgres(ql)?):$/.test(parse(value)?.protocol ?? '')) return value;
  throw new Refusal(
    'QUEUE_URL is not the URL of a queue.',
    'set QUEUE_URL to redis://host:6379 (or rediss://…), or leave it out to keep the queue in PostgreSQL.',
  );
}

/** @param {string | undefined} value */
function readSmtpUrl(value) {
  if (value === undefined) return undefined;
  const url = /^smtps?:\/\//.test(value) ? parse(value) : undefined;
  if (url && url.hostname !== '') return value;
  // The value may hold a password and is never printed.
  throw new Refusal(
    'SMTP_URL is not the URL of a mail server.',
    'set SMTP_URL to smtp://user:password@mail.example.org:587 (or smtps://…:465), or leave it out to keep mail in the mailbox of the app.',
  );
}

/** @param {string | undefined} value */
function readMailFrom(value) {
  if (value === undefined || /[^\s@<]@[^\s@>]/.test(value)) return value;
  throw new Refusal(
    `MAIL_FROM=${value} is not an e-mail address.`,
    'set MAIL_FROM to the sender of mails, e.g. Part164 <compliance@clinic.example>, or leave it out.',
  );
}

/** @param {string | undefined} value */
function readDemoPassword(value) {
  if (value === undefined || value.length >= SHORTEST_PASSWORD) return value;
  throw new Refusal(
    `DEMO_PASSWORD has ${value.length} characters; passwords here have at least ${SHORTEST_PASSWORD}.`,
    'choose a longer DEMO_PASSWORD, or leave it out and one is made.',
  );
}

/** @param {string | undefined} value */
function readLogLevel(value) {
  if (value === undefined) return 'info';
  if (LOG_LEVELS.includes(value)) return value;
  throw new Refusal(
    `LOG_LEVEL=${value} is not a level.`,
    `set LOG_LEVEL to one of ${LOG_LEVELS.join(', ')}.`,
  );
}

/**
 * @param {string} name
 * @param {string | undefined} value
 * @param {boolean} otherwise
 */
function readSwitch(name, value, otherwise) {
  if (value === undefined) return otherwise;
  if (/^(on|yes|true|1)$/i.test(value)) return true;
  if (/^(off|no|false|0)$/i.test(value)) return false;
  throw new Refusal(`${name}=${value} is neither on nor off.`, `set ${name}=on or ${name}=off.`);
}

/**
 * An empty variable counts as none: that is how compose files and CI leave one out.
 * @param {Record<string, string | undefined>} env
 * @param {string} name
 */
function text(env, name) {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** @param {string} value */
function parse(value) {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}
