import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { currentContext } from '../context/request-context.js';
import { DataKeys } from '../crypto/data-keys.js';
import { encryptedColumn } from '../crypto/encrypted-column.js';
import { newId } from '../database/new-id.js';
import type { ReadTx, WriteTx } from '../database/tenant-db.js';
import { DomainError, notFound } from '../kernel/domain-error.js';
import { log } from '../logging/log.js';
import { fileKind } from './file-kind.js';
import { fileName } from './file-name.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { openFile, sealFile, type Measured } from './seal-file.js';

export const MOST_BYTES = 20 * 1024 * 1024;

export const storedFileName = encryptedColumn('stored_file', 'name');

/** A file as it came from a person. */
export interface Upload {
  name: string;
  content: Buffer;
}

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  /** Of the content, in hexadecimal digits. */
  sha256: string;
}

export type OpenedFile = StoredFile & { content: Readable };

interface Row {
  id: string;
  name: Buffer;
  media_type: string;
  size_bytes: string;
  sha256: Buffer;
}

/** Files of an organization: sealed outside the database, and bound to a row by id, size and hash. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly keys: DataKeys,
    @Inject(FILE_STORE) private readonly folder: FileStore,
  ) {}

  /** Checks what a person sent and stores it. The caller records what it is for. */
  async store(tx: WriteTx, { name, content }: Upload): Promise<StoredFile> {
    if (content.length === 0) throw refusal('file.empty', 'This file is empty.');
    if (content.length > MOST_BYTES)
      throw refusal('file.too-large', `A file may have ${MOST_BYTES / 1024 / 1024} MB at most.`);
    const kind = await fileKind(content, name);
    return this.keep(tx, { name: fileName(name, kind), mediaType: kind.mediaType, content: [content] });
  }

  /**
   * Stores what the product made itself. The file is written first and its row commits with the caller's change: what
   * is rolled back leaves a file without a row, which is swept out after a day.
   */
  async keep(
    tx: WriteTx,
    {
      name,
      mediaType,
      content,
    }: { name: string; mediaType: string; content: AsyncIterable<Buffer> | Iterable<Buffer> },
  ): Promise<StoredFile> {
    const { organizationId } = tx;
    const id = newId();
    const { current } = await this.keys.ring(organizationId, 'file');
    let measured: Measured | undefined;
    const sealed = sealFile(
      current,
      { organizationId, fileId: id },
      content,
      (result) => (measured = result),
    );
    await this.folder.put({ organizationId, fileId: id }, sealed);
    const { sizeBytes, sha256 } = measured!;
    const { actor } = currentContext();
    await tx.query(
      `insert into stored_file (organization_id, id, name, media_type, size_bytes, sha256, key_version, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        organizationId,
        id,
        storedFileName.seal(tx, id, name),
        mediaType,
        sizeBytes,
        sha256,
        current.version,
        actor.type === 'person' ? actor.memberId : null,
        tx.now,
      ],
    );
    return { id, name, mediaType, sizeBytes, sha256: sha256.toString('hex') };
  }

  async describe(tx: ReadTx, id: string): Promise<StoredFile> {
    return describe(tx, await load(tx, id));
  }

  /** The content comes while it is read; it ends with an error where the stored file was damaged. */
  async open(tx: ReadTx, id: string): Promise<OpenedFile> {
    const row = await load(tx, id);
    const place = { organizationId: tx.organizationId, fileId: id };
    const ring = await this.keys.ring(tx.organizationId, 'file');
    const sealed = await this.folder.get(place).catch((error: unknown) => {
      log.error({ err: error, fileId: id }, 'stored file missing');
      throw new DomainError(
        'file.missing',
        'unavailable',
        'The file is not where it was stored. Tell your administrator: a backup may have it.',
      );
    });
    const content = openFile(ring, place, sealed, { sizeBytes: Number(row.size_bytes), sha256: row.sha256 });
    return { ...describe(tx, row), content: Readable.from(content, { objectMode: false }) };
  }
}

async function load(tx: ReadTx, id: string): Promise<Row> {
  const [row] = await tx.query<Row>(
    'select id, name, media_type, size_bytes, sha256 from stored_file where organization_id = $1 and id = $2',
    [tx.organizationId, id],
  );
  if (!row) throw notFound('file');
  return row;
}

function describe(tx: ReadTx, row: Row): StoredFile {
  return {
    id: row.id,
    name: storedFileName.open(tx, row.id, row.name),
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256.toString('hex'),
  };
}

function refusal(code: `${string}.${string}`, words: string): DomainError {
  return new DomainError(code, 'invalid', words, { fieldErrors: { file: [words] } });
}
