import { currentContext } from '../../context/request-context.js';
import type { ReadTx } from '../../database/tenant-db.js';
import { recordType } from '../record-types.js';

/** What records are called today, by their id. */
export type Labels = ReadonlyMap<string, string>;

interface NamesRecords {
  target_type: string;
  target_id: string | null;
  parent_type: string | null;
  parent_id: string | null;
}

/** The names of the records in a page of the log: one query a kind, and only of kinds that the reader may read. */
export async function readLabels(tx: ReadTx, rows: readonly NamesRecords[]): Promise<Labels> {
  const labels = new Map<string, string>();
  for (const [name, ids] of idsByType(rows)) {
    const type = recordType(name);
    if (!type?.labels || (type.read !== 'any-member' && !currentContext().permissions.has(type.read)))
      continue;
    const found = await tx.query<{ id: string; label: string }>(type.labels, [tx.organizationId, [...ids]]);
    for (const { id, label } of found) labels.set(id, label);
  }
  return labels;
}

export function labelOf(labels: Labels, id: string | null): string | null {
  return id === null ? null : (labels.get(id) ?? null);
}

function idsByType(rows: readonly NamesRecords[]): Map<string, Set<string>> {
  const byType = new Map<string, Set<string>>();
  const add = (type: string | null, id: string | null): void => {
    if (type === null || id === null) return;
    const ids = byType.get(type) ?? new Set();
    byType.set(type, ids.add(id));
  };
  for (const row of rows) {
    add(row.target_type, row.target_id);
    add(row.parent_type, row.parent_id);
  }
  return byType;
}
