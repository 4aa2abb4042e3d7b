import type { Readable } from 'node:stream';

/** Names a stored file; the organization's id comes first so that its files lie together. */
export interface FileKey {
  organizationId: string;
  fileId: string;
}

export interface StoredFileFacts extends FileKey {
  modifiedAt: Date;
}

/**
 * Where sealed files lie. What a store gets and gives is ciphertext: it needs no trust. The local folder is the default;
 * object storage becomes another implementation of this.
 */
export interface FileStore {
  /** Whole or not at all; a file that is there is never overwritten. */
  put(key: FileKey, sealed: AsyncIterable<Buffer>): Promise<void>;
  /** Rejects when there is no such file. */
  get(key: FileKey): Promise<Readable>;
  stat(key: FileKey): Promise<{ sealedBytes: number; modifiedAt: Date } | null>;
  remove(key: FileKey): Promise<void>;
  /** All files of an organization. */
  list(organizationId: string): AsyncIterable<StoredFileFacts>;
  /** What interrupted writes left behind, when it is older than that. */
  sweepDrafts(organizationId: string, olderThan: Date): Promise<number>;
}

export const FILE_STORE = Symbol('file store');
