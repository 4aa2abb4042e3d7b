import { describe, expect, it } from 'vitest';
import { isBlockedPort } from './blocked-ports.mjs';
import { DEFAULT_PORT } from './settings.mjs';

const ALL = Array.from({ length: 65_535 }, (_, index) => index + 1);

/**
 * Node's fetch turns these ports down before it connects. An own dispatcher stands where the connection would be
 * made, so that no port of this machine is called.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
async function isRefusedByFetch(port) {
  let connected = false;
  const dispatcher = {
    dispatch() {
      connected = true;
      throw new Error('allowed');
    },
  };
  const options = /** @type {RequestInit} */ (/** @type {unknown} */ ({ dispatcher }));
  await fetch(`http://127.0.0.1:${port}/`, options).catch(() => undefined);
  return !connected;
}

describe('Blocked ports', () => {
  it('are all refused by fetch of this Node', async () => {
    for (const port of ALL.filter(isBlockedPort)) {
      expect(await isRefusedByFetch(port), `port ${port}`).toBe(true);
    }
  });

  it('are none of those that it opens', async () => {
    for (const port of [80, 443, 3000, DEFAULT_PORT, 4170, 4191, 5000, 5173, 8000, 8080, 8443, 65_535]) {
      expect(isBlockedPort(port), `port ${port}`).toBe(false);
      expect(await isRefusedByFetch(port), `port ${port}`).toBe(false);
    }
  });
});
