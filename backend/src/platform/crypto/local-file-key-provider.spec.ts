import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalFileKeyProvider } from './local-file-key-provider.js';

const A = '01900000-0000-7000-8000-00000000000a';
const B = '01900000-0000-7000-8000-00000000000b';
let folder: string;
beforeEach(() => void (folder = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys')));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('keys in local files', () => {
  it('wrap and unwrap for one organization, and for no other', async () => {
    const provider = new LocalFileKeyProvider(folder);
    await provider.createTenantKey(A);
    await provider.createTenantKey(B);
    const wrapped = await provider.wrap(A, Buffer.from('a data key'), 'place');
    expect((await new LocalFileKeyProvider(folder).unwrap(A, wrapped, 'place')).toString()).toBe(
      'a data key',
    );
    await expect(provider.unwrap(B, wrapped, 'place')).rejects.toThrow();
    await expect(provider.unwrap(A, wrapped, 'another place')).rejects.toThrow();
  });

  it('are readable by their owner alone, and refused when they are not', async () => {
    const provider = new LocalFileKeyProvider(folder);
    await provider.createTenantKey(A);
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    chmodSync(join(folder, 'root.key'), 0o644);
    await expect(new LocalFileKeyProvider(folder).wrap(A, Buffer.from('x'), 'p')).rejects.toThrow(
      'chmod 600',
    );
    expect(await new LocalFileKeyProvider(folder).health()).toMatchObject({ ok: false });
  });

  it('are made once, also by many at the same time, and never overwritten', async () => {
    await Promise.all(Array.from({ length: 20 }, () => new LocalFileKeyProvider(folder).createTenantKey(A)));
    const before = readFileSync(join(folder, `${A}.key`));
    await new LocalFileKeyProvider(folder).createTenantKey(A);
    expect(readFileSync(join(folder, `${A}.key`))).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual([`${A}.key`, 'root.key'].sort());
  });

  it('say that the organization cannot be read when its key file is gone', async () => {
    const provider = new LocalFileKeyProvider(folder);
    await expect(provider.wrap(A, Buffer.from('x'), 'p')).rejects.toMatchObject({
      code: 'keys.unavailable',
      kind: 'unavailable',
    });
  });
});
