import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isStale, sourceHash, TARGETS } from './build.mjs';
import { CHECKOUT } from './settings.mjs';
import { watchBackend } from './watch-backend.mjs';

const [BACKEND] = TARGETS.filter(({ name }) => name === 'backend');
const LONG = { timeout: 30_000, interval: 50 };

let checkout = '';
/** @type {(() => void)[]} */
const stop = [];
const write = (/** @type {string} */ path, content = '') => {
  mkdirSync(join(checkout, path, '..'), { recursive: true });
  writeFileSync(join(checkout, path), content);
};
const compiled = () => readFileSync(join(checkout, 'backend/dist/main.js'), 'utf8');

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'part164-watch-'));
  symlinkSync(join(CHECKOUT, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  const options = { outDir: 'dist', rootDir: 'src', module: 'esnext', target: 'esnext', types: [] };
  write('backend/tsconfig.build.json', JSON.stringify({ compilerOptions: options, include: ['src'] }));
  write('backend/package.json', '{}');
  write('backend/src/main.ts', 'export const said = "built";');
  write('backend/dist/main.js', 'export const said = "built";');
  write('.cache/built-backend', sourceHash(checkout, BACKEND) + '\n');
});

afterEach(() => {
  for (const end of stop.splice(0)) end();
  rmSync(checkout, { recursive: true, force: true });
});

function watch() {
  const said = vi.fn();
  const backend = { restart: vi.fn(async () => {}) };
  const worker = { restart: vi.fn(async () => {}) };
  stop.push(watchBackend({ backend, worker }, said, checkout));
  return { backend, worker, said };
}

it('starts backend and worker anew at a change, and not for what runs already', async () => {
  rmSync(join(checkout, 'backend/dist'), { recursive: true });
  const { backend, worker } = watch();
  await vi.waitFor(() => expect(existsSync(join(checkout, 'backend/dist/main.js'))).toBe(true), LONG);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(backend.restart).not.toHaveBeenCalled();

  write('backend/src/main.ts', 'export const said = "changed";');
  await vi.waitFor(() => expect(backend.restart).toHaveBeenCalledOnce(), LONG);
  expect(worker.restart).toHaveBeenCalledOnce();
  expect(compiled()).toContain('changed');
});

it('sees a change that came before the first round was through, and leaves no build that passes for the code before it', async () => {
  const { backend } = watch();
  write('backend/src/main.ts', 'export const said = "changed";');
  await vi.waitFor(() => expect(backend.restart).toHaveBeenCalledOnce(), LONG);
  expect(compiled()).toContain('changed');
  write('backend/src/main.ts', 'export const said = "built";');
  expect(isStale(checkout, BACKEND, sourceHash(checkout, BACKEND))).toBe(true);
});

it('says what does not compile and lets the old code run', async () => {
  const { backend, said } = watch();
  write('backend/src/main.ts', 'export const said: number = "changed";');
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith(expect.stringContaining('error TS2322')), LONG);
  expect(backend.restart).not.toHaveBeenCalled();
});
