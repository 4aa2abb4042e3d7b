import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { requireRedis } from './redis-ping.mjs';

/** @type {import('node:net').Server | undefined} */
let server;
afterEach(() => void server?.close());

/**
 * @param {(asked: string) => string} answer
 * @returns {Promise<number>} the port of something that answers so
 */
async function serverThat(answer) {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => socket.write(answer(String(data))));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/** @param {string} version */
const info = (version) => {
  const text = `# Server\r\nredis_version:${version}\r\nredis_mode:standalone\r\n`;
  return `$${text.length}\r\n${text}\r\n`;
};

describe('QUEUE_URL=redis://…', () => {
  it('is accepted when a Redis answers, with login or without', async () => {
    const port = await serverThat((asked) => (asked.includes('AUTH') ? '+OK\r\n' : '') + info('7.2.4'));
    await expect(requireRedis(`redis://127.0.0.1:${port}`)).resolves.toBeUndefined();
    await expect(requireRedis(`redis://queue:p%40ss@127.0.0.1:${port}`)).resolves.toBeUndefined();
  });

  it('is refused when nothing listens there', async () => {
    const port = await serverThat(() => '');
    server?.close();
    await expect(requireRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow(
      /QUEUE_URL: no Redis answers.*ECONNREFUSED/,
    );
  });

  it('is refused when the login is wrong, without showing it', async () => {
    const port = await serverThat(() => '-WRONGPASS invalid username-password pair\r\n');
    const refusal = await requireRedis(`redis://:hunter2@127.0.0.1:${port}`).catch((error) => error);
    expect(refusal.message).toMatch(/refuses the login/);
    expect(`${refusal.message} ${refusal.fix}`).not.toContain('hunter2');
  });

  it('is refused when it is too old, and when it is no Redis at all', async () => {
    await expect(requireRedis(`redis://127.0.0.1:${await serverThat(() => info('5.0.7'))}`)).rejects.toThrow(
      /is 5\.0/,
    );
    server?.close();
    const web = await serverThat(() => '-HTTP/1.1 400 Bad Request\r\n\r\n');
    await expect(requireRedis(`redis://127.0.0.1:${web}`)).rejects.toThrow(/is not a Redis/);
  });
});
