import type { KeyRing } from '../../crypto/data-keys.js';
import { columnSums, HASHED_COLUMNS, isRowMac, piece, rowDigest } from '../event-row.js';
import { crc32 } from 'node:zlib';

/** Which columns of a row whose MAC does not fit were changed, as far as the checksums tell. */
export function changedColumns(keys: KeyRing, canonical: Buffer, sums: Buffer, mac: string): string[] {
  const now = columnSums(canonical);
  if (now.equals(sums)) return ['row_mac'];
  if (isRowMac(keys, rowDigest(canonical, now), mac)) return ['column_sums'];
  return HASHED_COLUMNS.filter((_, n) => sumAt(now, n) !== sumAt(sums, n)).map(columnName);
}

/** Whether the row's id was this one when its checksums were taken. */
export function hadId(sums: Buffer, eventId: string): boolean {
  return sumAt(sums, HASHED_COLUMNS.indexOf('id')) === crc32(piece(eventId));
}

function sumAt(sums: Buffer, column: number): number | undefined {
  return 4 * column + 4 <= sums.length ? sums.readUInt32BE(4 * column) : undefined;
}

function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
