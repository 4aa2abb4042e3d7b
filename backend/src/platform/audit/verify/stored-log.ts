import type { ReadTx } from '../../database/tenant-db.js';
import { CANONICAL, isBefore, STORED_ROW, type StoredRow } from '../stored-row.js';
import type { TreeHead } from '../event-row.js';

const LEAVES_A_PAGE = 2_000;
const HEADS_A_PAGE = 1_000;
/** Rows without a leaf that are judged one by one; more than this is the sealer being away, or a wreck. */
const MOST_STRAYS = 20_000;

/** A leaf as stored, with the row that it points at, if that is there. */
export interface StoredLeaf {
  index: number;
  eventId: string;
  hash: string;
  row: StoredRow | null;
}
export interface StoredHead extends TreeHead {
  mac: string;
}
export interface SealerPlace {
  treeSize: number;
  roots: string[];
  lastXid: string;
  lastEventId: string;
}
export interface Bounds {
  leaves: number;
  heads: number;
  state: SealerPlace | null;
}

/** How far the log reaches: leaves, heads and the sealer's place at one moment. Rows below only ever get more. */
export async function readBounds(tx: ReadTx): Promise<Bounds> {
  const [row] = await tx.query<{ leaves: string; heads: string; state: SealerPlace | null }>(
    `select (select coalesce(max(leaf_index) + 1, 0) from audit.leaf where organization_id = $1) as leaves,
       (select coalesce(max(tree_size), 0) from audit.tree_head where organization_id = $1) as heads,
       (select json_build_object('treeSize', tree_size, 'lastXid', last_xid::text, 'lastEventId', last_event_id,
          'roots', array(select encode(root, 'hex') from unnest(frontier) with ordinality as f(root, n) order by n))
        from audit.sealer_state where organization_id = $1) as state`,
    [tx.organizationId],
  );
  return { leaves: Number(row!.leaves), heads: Number(row!.heads), state: row!.state };
}

interface LeafRow extends StoredRow {
  leaf_index: string;
  leaf_event_id: string;
  leaf_hash: string;
}

/**
 * All leaves below `count` in order, a page at a time. Two readers take turns, so that the database reads on while
 * the page before is judged.
 */
export async function* readLeaves(readers: readonly ReadTx[], count: number): AsyncGenerator<StoredLeaf[]> {
  const load = (page: number): Promise<StoredLeaf[]> =>
    loadLeaves(readers[page % readers.length]!, page * LEAVES_A_PAGE, count);
  let next = load(0);
  for (let page = 0; page * LEAVES_A_PAGE < count; page += 1) {
    const leaves = await next;
    next = load(page + 1);
    // Awaited above in the next round; until then a failure waits with it.
    next.catch(() => undefined);
    yield leaves;
  }
  await next;
}

async function loadLeaves(tx: ReadTx, from: number, count: number): Promise<StoredLeaf[]> {
  if (from >= count) return [];
  const rows = await tx.query<LeafRow>(
    `select l.leaf_index, coalesce(l.event_id::text, '') as leaf_event_id, coalesce(encode(l.leaf_hash, 'hex'), '') as leaf_hash, ${STORED_ROW}
     from audit.leaf l left join audit.event e on e.organization_id = l.organization_id and e.id = l.event_id
     where l.organization_id = $1 and l.leaf_index >= $2 and l.leaf_index < $3 order by l.leaf_index`,
    [tx.organizationId, from, Math.min(from + LEAVES_A_PAGE, count)],
  );
  return rows.map(({ leaf_index, leaf_event_id, leaf_hash, ...row }) => ({
    index: Number(leaf_index),
    eventId: leaf_event_id,
    hash: leaf_hash,
    row: row.event_id === null ? null : row,
  }));
}

/** All heads up to a size, in order. */
export async function* readHeads(tx: ReadTx, upTo: number): AsyncGenerator<StoredHead> {
  for (let after = 0; ;) {
    const rows = await tx.query<{
      from_size: string;
      tree_size: string;
      root: string;
      sealed_at: string;
      mac: string;
    }>(
      `select coalesce(from_size, 0) as from_size, tree_size, coalesce(encode(root_hash, 'hex'), '') as root,
         coalesce(encode(head_mac, 'hex'), '') as mac,
         to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sealed_at
       from audit.tree_head where organization_id = $1 and tree_size > $2 and tree_size <= $3 order by tree_size limit ${HEADS_A_PAGE}`,
      [tx.organizationId, after, upTo],
    );
    for (const row of rows) {
      yield {
        organizationId: tx.organizationId,
        fromSize: Number(row.from_size),
        treeSize: Number(row.tree_size),
        rootHash: row.root,
        sealedAt: row.sealed_at,
        mac: row.mac,
      };
    }
    if (rows.length < HEADS_A_PAGE) return;
    after = Number(rows.at(-1)!.tree_size);
  }
}

/** Rows that no leaf points at, in the order of the log: not sealed yet, torn out of the tree, or slipped in. */
export async function readStrays(tx: ReadTx): Promise<StoredRow[]> {
  const rows = await tx.query<StoredRow>(
    `select ${STORED_ROW} from audit.event e where e.organization_id = $1 and not exists (
       select 1 from audit.leaf l where l.organization_id = e.organization_id and l.event_id = e.id) limit ${MOST_STRAYS}`,
    [tx.organizationId],
  );
  return rows.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** A row's columns as they are hashed, and the checksums that were taken of them. */
export async function readColumns(
  tx: ReadTx,
  eventId: string,
): Promise<{ canonical: Buffer; sums: Buffer } | null> {
  const [row] = await tx.query<{ canonical: Buffer; sums: Buffer }>(
    `select ${CANONICAL} as canonical, coalesce(e.column_sums, '') as sums from audit.event e where e.organization_id = $1 and e.id = $2`,
    [tx.organizationId, eventId],
  );
  return row ?? null;
}
