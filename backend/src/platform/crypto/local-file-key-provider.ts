import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../kernel/domain-error.js';
import { decrypt, encrypt } from './aead.js';
import type { KeyProvider } from './key-provider.js';

const ROOT_FILE = 'root.key';

/** Keys in files of mode 0600: one root key, and one key per organization wrapped by it. */
export class LocalFileKeyProvider implements KeyProvider {
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly folder: string) {}

  async createTenantKey(organizationId: string): Promise<void> {
    const root = await this.rootKey();
    const wrapped = encrypt(root, randomBytes(32), tenantAad(organizationId));
    await createOnce(join(this.folder, `${organizationId}.key`), wrapped);
  }

  async wrap(organizationId: string, dataKey: Buffer, aad: string): Promise<Buffer> {
    return encrypt(await this.tenantKey(organizationId), dataKey, aad);
  }

  async unwrap(organizationId: string, wrapped: Buffer, aad: string): Promise<Buffer> {
    return decrypt(await this.tenantKey(organizationId), wrapped, aad);
  }

  async health(): Promise<{ ok: boolean; detail: string }> {
    try {
      await this.rootKey();
      return { ok: true, detail: 'key files readable' };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }

  private async rootKey(): Promise<KeyObject> {
    const known = this.keys.get(ROOT_FILE);
    if (known) return known;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    await createOnce(join(this.folder, ROOT_FILE), randomBytes(32));
    return this.remember(ROOT_FILE, await readPrivate(join(this.folder, ROOT_FILE)));
  }

  private async tenantKey(organizationId: string): Promise<KeyObject> {
    const known = this.keys.get(organizationId);
    if (known) return known;
    const root = await this.rootKey();
    let wrapped: Buffer;
    try {
      wrapped = await readPrivate(join(this.folder, `${organizationId}.key`));
    } catch (error) {
      throw new DomainError(
        'keys.unavailable',
        'unavailable',
        `The organization's key cannot be read: ${reason(error)}`,
      );
    }
    return this.remember(organizationId, decrypt(root, wrapped, tenantAad(organizationId)));
  }

  private remember(name: string, bytes: Buffer): KeyObject {
    const key = createSecretKey(bytes);
    bytes.fill(0);
    this.keys.set(name, key);
    return key;
  }
}

function tenantAad(organizationId: string): string {
  return `v1|tenant-key|${organizationId}`;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes a file that must never be overwritten: whole or not at all, also when two processes try at once. */
async function createOnce(path: string, content: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}

async function readPrivate(path: string): Promise<Buffer> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by others: chmod 600 it`);
  }
  return readFile(path);
}
