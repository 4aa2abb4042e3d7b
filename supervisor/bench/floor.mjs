import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from '../child-environment.mjs';

const SERVER = fileURLToPath(new URL('floor-server.mjs', import.meta.url));

/**
 * @typedef {object} Floor
 * @property {string} url
 */

/**
 * The least that a server can do for the same question, in a process of its own as the product's backend is one.
 * @param {string} adminUrl
 * @param {import('../shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<Floor>}
 */
export async function startFloor(adminUrl, shutdown) {
  const child = spawn(process.execPath, [SERVER], {
    env: { ...inheritedEnvironment(), NODE_ENV: 'production', FLOOR_DATABASE_URL: adminUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Its own group: Ctrl-C reaches it through us, in order.
    detached: process.platform !== 'win32',
  });
  const ended = once(child, 'exit');
  shutdown.add(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  const [port] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`the floor ended with code ${code}`);
    }),
  ]);
  return { url: `http://127.0.0.1:${port}` };
}
