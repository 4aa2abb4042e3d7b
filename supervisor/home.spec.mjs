import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRIVATE_FOLDERS, prepareHome } from './home.mjs';

/** @type {string} */
let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'part164-home-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('makes the folder and its parents, with private folders inside', () => {
  const home = join(folder, 'a', 'b');
  prepareHome(home);
  for (const name of PRIVATE_FOLDERS) expect(statSync(join(home, name)).mode & 0o777).toBe(0o700);
  prepareHome(home);
});

it('refuses a file, by the name of the variable', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => prepareHome(file)).toThrow(`PART164_HOME=${file} is not a folder.`);
});

it.runIf(existsSync('/proc/self'))('refuses, and does not hang, where no folder can be made', () => {
  expect(() => prepareHome('/proc/part164/home')).toThrow('PART164_HOME=/proc/part164/home cannot be used');
});
