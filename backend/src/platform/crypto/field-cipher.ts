import { decrypt, encrypt } from './aead.js';
import type { KeyRing } from './data-keys.js';

const FORMAT = 1;
const AES_256_GCM = 1;
const HEAD = 6;

/** Where a field is stored; an encrypted value opens only there. */
export interface FieldPlace {
  organizationId: string;
  table: string;
  column: string;
  rowId: string;
}

/** version(1) algorithm(1) key version(4) nonce(12) ciphertext tag(16). */
export function sealField(ring: KeyRing, place: FieldPlace, text: string): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt8(AES_256_GCM, 1);
  head.writeUInt32BE(ring.current.version, 2);
  return Buffer.concat([
    head,
    encrypt(ring.current.key, Buffer.from(text, 'utf8'), aad(place, ring.current.version)),
  ]);
}

/** Throws when the value was moved from another row, column, table or organization, or changed at all. */
export function openField(ring: KeyRing, place: FieldPlace, box: Buffer): string {
  if (box.length < HEAD || box.readUInt8(0) !== FORMAT || box.readUInt8(1) !== AES_256_GCM) {
    throw new Error(`unreadable field ${place.table}.${place.column}`);
  }
  const version = box.readUInt32BE(2);
  const key = ring.byVersion.get(version);
  if (!key) throw new Error(`no key of version ${version} for ${place.table}.${place.column}`);
  return decrypt(key, box.subarray(HEAD), aad(place, version)).toString('utf8');
}

function aad(place: FieldPlace, version: number): string {
  return `v1|${place.organizationId}|${place.table}|${place.column}|${place.rowId}|${version}`;
}
