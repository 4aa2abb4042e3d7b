import { encryptedColumn } from '../crypto/encrypted-column.js';
import type { ReadTx } from '../database/tenant-db.js';

/** Payloads are stored in the queue and hold ids. Words that a job needs and no row keeps travel sealed. */
const words = encryptedColumn('outbox', 'payload');

/** `subjectId` is the record that the words are about: they open for no other. */
export function sealWords(tx: ReadTx, subjectId: string, text: string): string {
  return words.seal(tx, subjectId, text).toString('base64');
}

export function openWords(tx: ReadTx, subjectId: string, sealed: string): string {
  return words.open(tx, subjectId, Buffer.from(sealed, 'base64'));
}
