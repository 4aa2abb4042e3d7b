import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled, matchesLock, requireNode } from './install.mjs';

let checkout = '';
/** @param {Record<string, object>} packages */
const lock = (packages) => writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ packages }));
/** @param {Record<string, object>} packages */
const install = (packages) => {
  for (const path of Object.keys(packages)) mkdirSync(join(checkout, path), { recursive: true });
  mkdirSync(join(checkout, 'node_modules'), { recursive: true });
  writeFileSync(join(checkout, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
};

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'part164-install-'));
  lock({
    '': {},
    backend: { version: '0.1.0' },
    'node_modules/@part164/backend': { link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/windows-only': { version: '1.0.0', optional: true },
  });
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

describe('Whether packages are installed', () => {
  it('is no on a fresh clone', () => {
    expect(matchesLock(checkout)).toBe(false);
  });

  it('is yes when each package is there in its version; those for other machines may be missing', () => {
    install({ 'node_modules/pg': { version: '8.23.1' } });
    expect(isInstalled(checkout)).toBe(true);
  });

  it('is no when one is missing or of another version', () => {
    install({ 'node_modules/other': { version: '1.0.0' } });
    expect(isInstalled(checkout)).toBe(false);
    install({ 'node_modules/pg': { version: '8.0.0' } });
    expect(isInstalled(checkout)).toBe(false);
  });

  it('is no again after package-lock.json changed', () => {
    install({ 'node_modules/pg': { version: '8.23.1' } });
    expect(isInstalled(checkout)).toBe(true);
    lock({ 'node_modules/pg': { version: '9.0.0' } });
    expect(isInstalled(checkout)).toBe(false);
  });
});

describe('Node.js', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.9'])('%s is refused', (version) => {
    expect(() => requireNode(version)).toThrow(/needs 20\.19/);
  });
});
