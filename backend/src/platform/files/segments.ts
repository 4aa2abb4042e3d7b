import type { KeyObject } from 'node:crypto';
import { decrypt, encrypt } from '../crypto/aead.js';

/** Plain bytes of a segment; only the last one of a file is shorter. */
export const SEGMENT = 64 * 1024;
const NONCE_AND_TAG = 28;
export const SEALED_SEGMENT = SEGMENT + NONCE_AND_TAG;
export const HEAD = 6;
const FORMAT = 1;
const AES_256_GCM = 1;

/** Which file of whom: a segment opens only in its own place there. */
export interface FilePlace {
  organizationId: string;
  fileId: string;
}

/** version(1) algorithm(1) key version(4), then segments of nonce(12) ciphertext tag(16). */
export function sealHead(keyVersion: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt8(AES_256_GCM, 1);
  head.writeUInt32BE(keyVersion, 2);
  return head;
}

/** The key version that the file was sealed with. */
export function openHead(head: Buffer): number {
  if (head.length < HEAD || head.readUInt8(0) !== FORMAT || head.readUInt8(1) !== AES_256_GCM) {
    throw new DamagedFile('its beginning is not what was written');
  }
  return head.readUInt32BE(2);
}

export function sealSegment(
  key: KeyObject,
  place: FilePlace,
  index: number,
  isLast: boolean,
  plain: Buffer,
): Buffer {
  return encrypt(key, plain, aad(place, index, isLast));
}

/** Throws when a byte differs, or the segment stood elsewhere: in another file, place, or as the end of a longer one. */
export function openSegment(
  key: KeyObject,
  place: FilePlace,
  index: number,
  isLast: boolean,
  sealed: Buffer,
): Buffer {
  try {
    return decrypt(key, sealed, aad(place, index, isLast));
  } catch (error) {
    throw new DamagedFile(`segment ${index} is not what was written`, { cause: error });
  }
}

/** A file that was changed or cut off after it was stored. Nothing of the damaged part is handed out. */
export class DamagedFile extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`stored file is damaged: ${what}`, options);
  }
}

function aad({ organizationId, fileId }: FilePlace, index: number, isLast: boolean): string {
  return `v1|file|${organizationId}|${fileId}|${index}|${isLast ? 'last' : 'more'}`;
}
