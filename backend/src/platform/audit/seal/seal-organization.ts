import type { DataSource, EntityManager } from 'typeorm';
import type { DataKeys } from '../../crypto/data-keys.js';
import { headMac, instantText } from '../event-row.js';
import { Frontier } from '../merkle/frontier.js';
import { leafOf, STORED_ROW, type StoredRow } from '../stored-row.js';

const BATCH = 1_000;

interface SealerState {
  tree_size: string;
  frontier: string[];
  last_xid: string;
  last_event_id: string;
}
const BEFORE_THE_FIRST = {
  tree_size: '0',
  frontier: [],
  last_xid: '0',
  last_event_id: '00000000-0000-0000-0000-000000000000',
};

/**
 * Seals what one organization has appended since. A row of a transaction that is still open somewhere waits behind
 * the snapshot's horizon: a later one must not be sealed before it.
 */
export async function sealOrganization(
  source: DataSource,
  keys: DataKeys,
  organizationId: string,
): Promise<number> {
  for (let sealed = 0; ;) {
    const size = await source.transaction((manager) => sealBatch(manager, keys, organizationId));
    sealed += size;
    if (size < BATCH) return sealed;
  }
}

async function sealBatch(manager: EntityManager, keys: DataKeys, organizationId: string): Promise<number> {
  const [clock] = await manager.query<{ now: Date }[]>(
    `select set_config('app.organization_id', $1, true), clock_timestamp() as now`,
    [organizationId],
  );
  const [state = BEFORE_THE_FIRST] = await manager.query<SealerState[]>(
    `select tree_size, array(select encode(root, 'hex') from unnest(frontier) with ordinality as f(root, n) order by n) as frontier,
       last_xid::text, last_event_id from audit.sealer_state where organization_id = $1`,
    [organizationId],
  );
  const rows = await manager.query<StoredRow[]>(
    `select ${STORED_ROW} from audit.event e
     where e.organization_id = $1 and (e.xid, e.id) > ($2::xid8, $3::uuid) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by e.xid, e.id limit ${BATCH}`,
    [organizationId, state.last_xid, state.last_event_id],
  );
  const last = rows.at(-1);
  // Most organizations have nothing to seal most of the time: their key stays where it is.
  if (!last) return 0;
  const ring = await keys.ring(organizationId, 'auditdetail');
  const frontier = Frontier.of(Number(state.tree_size), state.frontier);
  const leaves = rows.map(leafOf);
  for (const leaf of leaves) frontier.append(leaf);
  const head = {
    organizationId,
    fromSize: Number(state.tree_size),
    treeSize: frontier.size,
    rootHash: frontier.root(),
    sealedAt: instantText(clock!.now),
  };
  await manager.query('select audit.seal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    organizationId,
    head.fromSize,
    rows.map((row) => row.event_id),
    leaves.map(bytes),
    frontier.roots.map(bytes),
    bytes(head.rootHash),
    last.xid,
    last.event_id,
    head.sealedAt,
    bytes(headMac(ring, head)),
  ]);
  return rows.length;
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
