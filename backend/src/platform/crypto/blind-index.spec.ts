import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from './data-keys.js';
import { blindIndex } from './blind-index.js';

const key = (byte: number) => createSecretKey(Buffer.alloc(32, byte));
const ring: KeyRing = { current: { version: 1, key: key(1) }, byVersion: new Map([[1, key(1)]]) };
const tx = { organizationId: 'org-a', fieldKeys: ring };
const hex = (index: Buffer) => index.toString('hex');

describe('a blind index', () => {
  const here = hex(blindIndex(tx, 'scan_host', 'host_key')('srv-01'));

  it('is the same for the same text, and has 16 bytes', () => {
    expect(hex(blindIndex(tx, 'scan_host', 'host_key')('srv-01'))).toBe(here);
    expect(here).toHaveLength(32);
  });

  it('is another one for another text, column, table, organization or key', () => {
    const others = [
      blindIndex(tx, 'scan_host', 'host_key')('srv-02'),
      blindIndex(tx, 'scan_host', 'other')('srv-01'),
      blindIndex(tx, 'other', 'host_key')('srv-01'),
      blindIndex({ ...tx, organizationId: 'org-b' }, 'scan_host', 'host_key')('srv-01'),
      blindIndex(
        { ...tx, fieldKeys: { current: { version: 1, key: key(2) }, byVersion: new Map([[1, key(2)]]) } },
        'scan_host',
        'host_key',
      )('srv-01'),
    ].map(hex);
    expect(new Set([here, ...others]).size).toBe(6);
  });

  it('stays the same when the key gets a new version', () => {
    const rotated: KeyRing = {
      current: { version: 2, key: key(9) },
      byVersion: new Map([
        [2, key(9)],
        [1, key(1)],
      ]),
    };
    expect(hex(blindIndex({ ...tx, fieldKeys: rotated }, 'scan_host', 'host_key')('srv-01'))).toBe(here);
  });
});
