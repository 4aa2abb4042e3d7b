import type { ReadTx } from '../../database/tenant-db.js';

export interface SealRow {
  tree_size: string | null;
  root_hash: string | null;
  sealed_at: Date | null;
  unsealed: number;
  lag: number | null;
}

/** How far the organization's log is sealed. */
export async function readSeal(tx: ReadTx): Promise<SealRow> {
  const [row] = await tx.query<SealRow>(
    `with head as (select tree_size, encode(root_hash, 'hex') as root_hash, sealed_at from audit.tree_head
                   where organization_id = $1 order by tree_size desc limit 1),
       waiting as (select e.at from audit.event e where e.organization_id = $1 and (e.xid, e.id) >
                     (coalesce((select last_xid from audit.sealer_state where organization_id = $1), '0'),
                      coalesce((select last_event_id from audit.sealer_state where organization_id = $1), '00000000-0000-0000-0000-000000000000'))
                   order by e.xid, e.id limit 10001)
     select head.*, (select count(*)::int from waiting) as unsealed,
       (select extract(epoch from clock_timestamp() - min(at))::float from waiting) as lag
     from (select 1) as one left join head on true`,
    [tx.organizationId],
  );
  return row!;
}
