import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning } from './process-identity.mjs';

const modules = ['run-checks.mjs', 'shutdown.mjs'].map((file) => new URL(file, import.meta.url).href);
const ENDLESS = `console.log('tool', process.pid, '.'); setInterval(() => {}, 1000)`;

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'part164-checks-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} tools what node evaluates, one check each */
function startChecks(...tools) {
  const checks = tools.map((code, index) => ({
    name: `Check ${index}`,
    folder,
    args: ['-e', code],
    aloud: true,
  }));
  const program = `
    import { runChecks } from ${JSON.stringify(modules[0])};
    import { INTERRUPTED, Shutdown } from ${JSON.stringify(modules[1])};
    const shutdown = new Shutdown();
    shutdown.onSignals(INTERRUPTED);
    console.log('failed:', (await runChecks(${JSON.stringify(checks)}, shutdown)).join());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = { text: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.text += text));
  return { child, said, ended: once(child, 'close') };
}

describe('Checks', () => {
  it('run all, whatever became of the others', async () => {
    const { said, ended } = startChecks('process.exit(1)', '', 'process.exit(2)');
    expect((await ended)[0]).toBe(0);
    expect(said.text).toContain('failed: Check 0,Check 2');
  });

  it.each(/** @type {const} */ (['SIGTERM', 'SIGINT']))(
    'end at %s with the tool that runs, and no further one is begun',
    async (signal) => {
      const begun = join(folder, 'begun');
      const { child, said, ended } = startChecks(
        ENDLESS,
        `require('node:fs').writeFileSync(${JSON.stringify(begun)}, '')`,
      );
      while (!/tool \d+ \./.test(said.text)) await sleep(20);
      child.kill(signal);
      expect((await ended)[0]).toBe(130);
      expect(isRunning(Number(/tool (\d+)/.exec(said.text)?.[1]))).toBe(false);
      expect(existsSync(begun)).toBe(false);
      expect(said.text).not.toMatch(/[✓✗]/);
    },
  );
});
