import { createHash, type KeyObject } from 'node:crypto';
import type { DataKey, KeyRing } from '../crypto/data-keys.js';
import {
  DamagedFile,
  HEAD,
  openHead,
  openSegment,
  SEALED_SEGMENT,
  SEGMENT,
  sealHead,
  sealSegment,
  type FilePlace,
} from './segments.js';

type Bytes = AsyncIterable<Buffer> | Iterable<Buffer>;

export interface Measured {
  sizeBytes: number;
  /** Of the plain text. */
  sha256: Buffer;
}

/** Seals a file piece by piece; `measured` is called once, at its end. */
export async function* sealFile(
  { version, key }: DataKey,
  place: FilePlace,
  plain: Bytes,
  measured: (result: Measured) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let index = 0;
  yield sealHead(version);
  for await (const { piece, isLast } of inPieces(plain, SEGMENT)) {
    hash.update(piece);
    sizeBytes += piece.length;
    yield sealSegment(key, place, index, isLast, piece);
    index += 1;
  }
  measured({ sizeBytes, sha256: hash.digest() });
}

/** Opens a sealed file piece by piece; throws on the first piece that is not what was written, and on a missing end. */
export async function* openFile(
  ring: KeyRing,
  place: FilePlace,
  sealed: Bytes,
  expected: Measured,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let index = 0;
  let key: KeyObject | undefined;
  for await (const { piece, isLast } of inPieces(sealed, SEALED_SEGMENT, HEAD)) {
    if (!key) {
      key = ring.byVersion.get(openHead(piece));
      if (!key || isLast) throw new DamagedFile('its key version is not there');
      continue;
    }
    const plain = openSegment(key, place, index, isLast, piece);
    hash.update(plain);
    sizeBytes += plain.length;
    yield plain;
    index += 1;
  }
  if (sizeBytes !== expected.sizeBytes || !hash.digest().equals(expected.sha256))
    throw new DamagedFile('it is not the file of its record');
}

/** Cuts a stream into pieces of one size (the first may have its own); the last one, possibly empty, says so. */
async function* inPieces(
  source: Bytes,
  size: number,
  first = size,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  let wanted = first;
  for await (const chunk of source) {
    waiting.push(chunk);
    length += chunk.length;
    // Strictly more: a full piece may still be the last one.
    while (length > wanted) {
      const all = joined(waiting, length);
      yield { piece: all.subarray(0, wanted), isLast: false };
      waiting = [all.subarray(wanted)];
      length -= wanted;
      wanted = size;
    }
  }
  yield { piece: joined(waiting, length), isLast: true };
}

/** Without a copy where there is nothing to join: an upload is one large buffer. */
function joined(chunks: Buffer[], length: number): Buffer {
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
}
