import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileKey, FileStore, StoredFileFacts } from './file-store.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DRAFT = '.draft';

/** Sealed files in PART164_HOME/files/<organization>/<two digits>/<file>. */
export class LocalFolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: FileKey, sealed: AsyncIterable<Buffer>): Promise<void> {
    const path = this.pathOf(key);
    const parent = dirname(path);
    await mkdir(parent, { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(4).toString('hex')}${DRAFT}`;
    try {
      await writeWhole(draft, sealed);
      // Unlike a rename, a link refuses when the name is taken.
      await link(draft, path);
    } finally {
      await unlink(draft).catch(() => undefined);
    }
    await syncFolder(parent);
  }

  async get(key: FileKey): Promise<Readable> {
    const path = this.pathOf(key);
    await stat(path);
    return createReadStream(path, { highWaterMark: 256 * 1024 });
  }

  async stat(key: FileKey): Promise<{ sealedBytes: number; modifiedAt: Date } | null> {
    const facts = await stat(this.pathOf(key)).catch(ifMissing(null));
    return facts && { sealedBytes: facts.size, modifiedAt: facts.mtime };
  }

  async remove(key: FileKey): Promise<void> {
    await unlink(this.pathOf(key)).catch(ifMissing(undefined));
  }

  async *list(organizationId: string): AsyncGenerator<StoredFileFacts> {
    for (const { name, path } of await this.entries(organizationId)) {
      if (!UUID.test(name)) continue;
      const facts = await stat(path).catch(ifMissing(null));
      if (facts) yield { organizationId, fileId: name, modifiedAt: facts.mtime };
    }
  }

  async sweepDrafts(organizationId: string, olderThan: Date): Promise<number> {
    let swept = 0;
    for (const { name, path } of await this.entries(organizationId)) {
      if (!name.endsWith(DRAFT)) continue;
      const facts = await stat(path).catch(ifMissing(null));
      if (!facts || facts.mtime >= olderThan) continue;
      await unlink(path).catch(ifMissing(undefined));
      swept += 1;
    }
    return swept;
  }

  private async entries(organizationId: string): Promise<{ name: string; path: string }[]> {
    const root = join(this.folder, checked(organizationId));
    const shelves = await readdir(root).catch(ifMissing([] as string[]));
    const found: { name: string; path: string }[] = [];
    for (const shelf of shelves) {
      const names = await readdir(join(root, shelf)).catch(ifMissing([] as string[]));
      found.push(...names.map((name) => ({ name, path: join(root, shelf, name) })));
    }
    return found;
  }

  /** The last digits of a UUIDv7 are random: they spread the files evenly. */
  private pathOf({ organizationId, fileId }: FileKey): string {
    return join(this.folder, checked(organizationId), checked(fileId).slice(-2), fileId);
  }
}

function checked(id: string): string {
  if (!UUID.test(id)) throw new Error('not the id of a file or an organization');
  return id;
}

async function writeWhole(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file: FileHandle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name itself survives a power cut only after this. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value;
    throw error;
  };
}
