import type { ReadTx, TenantDb } from '../../../platform/database/tenant-db.js';
import type { ListQuery } from '../../../platform/database/keyset-page.js';

const BATCH = 500;

export async function countList(tx: ReadTx, list: ListQuery): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${list.table} where ${list.filters.join(' and ')}`,
    list.params,
  );
  return row!.total;
}

/** A whole list, oldest first, each batch in a transaction of its own: a slow reader holds none open. */
export async function* readInBatches<Row extends { id: string }, Item>(
  db: TenantDb,
  listOf: (tx: ReadTx) => ListQuery,
  itemOf: (tx: ReadTx, row: Row) => Item,
): AsyncGenerator<Item[]> {
  let last: string | null = null;
  for (;;) {
    const { items, end } = await db.read(async (tx) => {
      const { columns, table, alias, joins, filters, params } = listOf(tx);
      const place = `$${params.length + 1}`;
      const rows = await tx.query<Row>(
        `select ${columns} from ${table} ${joins} where ${filters.join(' and ')} and (${place}::uuid is null or ${alias}.id > ${place})
         order by ${alias}.id limit ${BATCH}`,
        [...params, last],
      );
      return { items: rows.map((row) => itemOf(tx, row)), end: rows.length < BATCH ? null : rows.at(-1)!.id };
    });
    yield items;
    if (end === null) return;
    last = end;
  }
}
