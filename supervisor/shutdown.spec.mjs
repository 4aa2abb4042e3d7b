import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const SHUTDOWN = new URL('./shutdown.mjs', import.meta.url).href;

/**
 * The exit code of a command that is stopped while it works.
 * @param {string} argument of `onSignals`
 */
async function stopped(argument) {
  const program = `
    import { INTERRUPTED, Shutdown } from '${SHUTDOWN}';
    const shutdown = new Shutdown();
    shutdown.onSignals(${argument});
    setInterval(() => {}, 1_000);
    process.stdout.write('working');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  return code;
}

describe('a command that is stopped', () => {
  it('has done what it was for, where it runs until it is stopped', async () => {
    expect(await stopped('')).toBe(0);
  });

  it('has not passed, where it was to come to an end of its own', async () => {
    expect(await stopped('INTERRUPTED')).toBe(130);
  });
});
