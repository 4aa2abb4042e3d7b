import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, sourceHash } from './build.mjs';

const TARGET = /** @type {import('./build.mjs').Target} */ ({
  name: 'part',
  sources: ['part/src', 'settings.json'],
  output: 'part/dist',
  proof: 'part/dist/main.js',
  tool: ['typescript', 'tsc'],
});

let checkout = '';
const write = (/** @type {string} */ path, content = '') => {
  mkdirSync(join(checkout, path, '..'), { recursive: true });
  writeFileSync(join(checkout, path), content);
};
const hash = () => sourceHash(checkout, TARGET);

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'part164-build-'));
  write('part/src/main.ts', 'main');
  write('part/src/deep/rule.ts', 'rule');
  write('settings.json', '{}');
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

describe('Whether a build is stale', () => {
  it('follows from what the sources say, not from when they were written', () => {
    const before = hash();
    utimesSync(join(checkout, 'part/src/main.ts'), 0, 0);
    expect(hash()).toBe(before);
    write('part/src/main.ts', 'main 2');
    expect(hash()).not.toBe(before);
    write('part/src/main.ts', 'main');
    expect(hash()).toBe(before);
  });

  it.each([
    ['a new file', () => write('part/src/new.ts')],
    ['a file that is gone', () => rmSync(join(checkout, 'part/src/deep/rule.ts'))],
    [
      'a renamed file',
      () => renameSync(join(checkout, 'part/src/main.ts'), join(checkout, 'part/src/start.ts')),
    ],
    ['a changed setting', () => write('settings.json', '{ "strict": true }')],
    [
      'content moved from one file to another',
      () => (write('part/src/main.ts', 'mainru'), write('part/src/deep/rule.ts', 'le')),
    ],
  ])('notices %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('does not follow from specs, other packages and what was built', () => {
    const before = hash();
    write('part/src/main.spec.ts');
    write('part/src/node_modules/x/index.js');
    write('part/src/dist/main.js');
    expect(hash()).toBe(before);
  });

  it('is yes without the output or without the stamp of the same sources', () => {
    expect(isStale(checkout, TARGET, hash())).toBe(true);
    write('part/dist/main.js');
    expect(isStale(checkout, TARGET, hash())).toBe(true);
    write('.cache/built-part', hash() + '\n');
    expect(isStale(checkout, TARGET, hash())).toBe(false);
    rmSync(join(checkout, 'part/dist'), { recursive: true });
    expect(isStale(checkout, TARGET, hash())).toBe(true);
  });
});
