import type { KeyRing } from './data-keys.js';
import { openField, sealField } from './field-cipher.js';

/** What a transaction offers to encrypted columns. */
export interface FieldKeys {
  organizationId: string;
  fieldKeys: KeyRing;
}

export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  seal(tx: FieldKeys, rowId: string, text: string): Buffer;
  sealOrNull(tx: FieldKeys, rowId: string, text: string | null | undefined): Buffer | null;
  open(tx: FieldKeys, rowId: string, box: Buffer): string;
  openOrNull(tx: FieldKeys, rowId: string, box: Buffer | null): string | null;
}

const registered = new Map<string, EncryptedColumn>();

/** Declares a bytea column whose text may hold PHI or secrets. Repositories seal and open it; nothing else does. */
export function encryptedColumn(table: string, column: string): EncryptedColumn {
  const place = (tx: FieldKeys, rowId: string) => ({
    organizationId: tx.organizationId,
    table,
    column,
    rowId,
  });
  const declared: EncryptedColumn = {
    table,
    column,
    seal: (tx, rowId, text) => sealField(tx.fieldKeys, place(tx, rowId), text),
    sealOrNull: (tx, rowId, text) => (text ? sealField(tx.fieldKeys, place(tx, rowId), text) : null),
    open: (tx, rowId, box) => openField(tx.fieldKeys, place(tx, rowId), box),
    openOrNull: (tx, rowId, box) => (box ? openField(tx.fieldKeys, place(tx, rowId), box) : null),
  };
  const name = `${table}.${column}`;
  if (registered.has(name)) throw new Error(`encrypted column ${name} is declared twice`);
  registered.set(name, declared);
  return declared;
}

/** The names (table.column) of all of them, for the check that nothing binary is stored undeclared. */
export function encryptedColumnNames(): string[] {
  return [...registered.keys()].sort();
}
