import { once } from 'node:events';
import { createServer } from 'node:net';
import { isBlockedPort } from './blocked-ports.mjs';
import { Refusal } from './refusal.mjs';

/** @returns {Promise<number>} a port of 127.0.0.1 that is free now */
export async function freePort() {
  return await occupyBriefly(0, '127.0.0.1');
}

/**
 * @param {number} port 0 for any free one
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function claimPort(port, host) {
  try {
    return await occupyBriefly(port, host);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE') {
      throw new Refusal(
        `PORT ${port} is taken by another program.`,
        `stop that program, or choose another port: PORT=${anotherPort(port)} npm start`,
      );
    }
    if (code === 'EACCES') {
      throw new Refusal(
        `PORT ${port} may only be used by root.`,
        'choose a PORT above 1023, behind a reverse proxy.',
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new Refusal(`HOST ${host} is no address of this machine.`, 'set HOST=127.0.0.1 or HOST=0.0.0.0.');
    }
    throw error;
  }
}

/** @param {number} port */
function anotherPort(port) {
  if (port === 65_535) return port - 1;
  let next = port + 1;
  while (isBlockedPort(next)) next += 1;
  return next;
}

/**
 * @param {number} port
 * @param {string} host
 */
async function occupyBriefly(port, host) {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return address.port;
}
