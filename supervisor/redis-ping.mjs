import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Refusal } from './refusal.mjs';

const LIMIT = 5_000;

/**
 * Refuses a QUEUE_URL behind which no Redis answers. Speaks three words of the protocol itself, so that it works
 * before and without the packages.
 * @param {string} queueUrl
 */
export async function requireRedis(queueUrl) {
  const url = new URL(queueUrl);
  const where = `${url.hostname}:${url.port || 6379}`;
  const fix = 'start that Redis or correct QUEUE_URL; without QUEUE_URL the queue lives in PostgreSQL.';
  let answer;
  try {
    answer = await converse(url);
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Refusal(`QUEUE_URL: no Redis answers at ${where} (${code ?? message}).`, fix);
  }
  if (/^-(NOAUTH|WRONGPASS|ERR.*AUTH)/m.test(answer)) {
    throw new Refusal(
      `QUEUE_URL: the Redis at ${where} refuses the login.`,
      'correct user and password in QUEUE_URL.',
    );
  }
  const version = /redis_version:(\d+)\.(\d+)/.exec(answer);
  if (!version) throw new Refusal(`QUEUE_URL: what answers at ${where} is not a Redis.`, fix);
  if (Number(version[1]) < 6 || (Number(version[1]) === 6 && Number(version[2]) < 2)) {
    throw new Refusal(
      `QUEUE_URL: the Redis at ${where} is ${version[1]}.${version[2]}.`,
      'use Redis 6.2 or newer.',
    );
  }
}

/** @param {URL} url */
async function converse(url) {
  const port = Number(url.port || 6379);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'rediss:';
  const socket = secure ? connectTls({ host, port, servername: host }) : connect({ host, port });
  socket.setTimeout(LIMIT, () => socket.destroy(new Error(`no answer within ${LIMIT / 1000} s`)));
  try {
    await once(socket, secure ? 'secureConnect' : 'connect');
    const login = [url.username, url.password].map(decodeURIComponent).filter(Boolean);
    if (login.length > 0) socket.write(command('AUTH', ...login));
    socket.write(command('INFO', 'server'));
    let answer = '';
    for await (const chunk of socket) {
      answer += chunk;
      if (/redis_version:\S+\r\n|^-/m.test(answer) || answer.length > 20_000) break;
    }
    return answer;
  } finally {
    socket.destroy();
  }
}

/** @param {string[]} words */
function command(...words) {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
