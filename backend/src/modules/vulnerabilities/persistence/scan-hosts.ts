import { blindIndex } from '../../../platform/crypto/blind-index.js';
import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { NamedAsset } from '../../inventory/index.js';
import { assetsByTagOrName, namedAssets } from '../../inventory/index.js';
import type { HostWorld } from '../domain/match-host.js';
import type { HostFacts } from './scan-changes.js';
import type { ScanContent } from './scan-content.js';

const hostName = encryptedColumn('scan_host', 'host');

/** The key under which a host is looked up; the same in both tables. */
export function hostIndex(tx: ReadTx): (host: string) => Buffer {
  return blindIndex(tx, 'scan_host', 'host_key');
}

/** What is known of these names of hosts (in lower case), and of what a person said for this file. */
export async function hostWorld(
  tx: ReadTx,
  names: readonly string[],
  { hosts: given, runs = {} }: Pick<ScanContent, 'hosts' | 'runs'>,
): Promise<HostWorld<NamedAsset>> {
  const index = hostIndex(tx);
  const nameOf = new Map(names.map((name) => [index(name).toString('hex'), name]));
  const rows = await tx.query<{ hostKey: Buffer; assetId: string }>(
    'select host_key as "hostKey", asset_id as "assetId" from scan_host where organization_id = $1 and host_key = any ($2::bytea[])',
    [tx.organizationId, [...nameOf.keys()].map((hex) => Buffer.from(hex, 'hex'))],
  );
  const found = await assetsByTagOrName(tx, names);
  const chosen = [...Object.values(given), ...Object.values(runs)].filter((id) => id !== null);
  const ids = [...rows.map((row) => row.assetId), ...chosen];
  const known = new Map((await namedAssets(tx, [...new Set(ids)])).map((asset) => [asset.id, asset]));
  const byName = new Map<string, NamedAsset[]>();
  for (const asset of found) {
    const name = asset.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), asset]);
  }
  const remembered = rows.flatMap(({ hostKey, assetId }) => {
    const asset = known.get(assetId);
    // A host of what was disposed of has become something else.
    if (!asset || asset.lifecycle === 'disposed') return [];
    return [[nameOf.get(hostKey.toString('hex'))!, asset] as const];
  });
  const assetOf = (id: string | null) => (id === null ? null : (known.get(id) ?? null));
  return {
    given: new Map(Object.entries(given).map(([host, id]) => [host, assetOf(id)])),
    runs: new Map(Object.entries(runs).map(([run, id]) => [Number(run), assetOf(id)])),
    remembered: new Map(remembered),
    byTag: new Map(found.map((asset) => [asset.tag.toLowerCase(), asset])),
    byName,
  };
}

/** Remembers for the next file which asset each host is, and answers what was remembered of it before. */
export async function rememberHosts(
  tx: WriteTx,
  hosts: readonly { host: string; assetId: string }[],
  memberId: string,
): Promise<{ id: string; before: HostFacts | null }[]> {
  if (hosts.length === 0) return [];
  const index = hostIndex(tx);
  const keyed = hosts.map(({ host, assetId }) => ({ host, assetId, key: index(host) }));
  const known = await tx.query<{
    id: string;
    hostKey: Buffer;
    assetId: string;
    givenBy: string;
    givenAt: Date;
  }>(
    `select id, host_key as "hostKey", asset_id as "assetId", given_by as "givenBy", given_at as "givenAt"
     from scan_host where organization_id = $1 and host_key = any ($2::bytea[])`,
    [tx.organizationId, keyed.map(({ key }) => key)],
  );
  const idOf = new Map(known.map(({ id, hostKey }) => [hostKey.toString('hex'), id]));
  const rows = keyed.map(({ host, assetId, key }) => {
    const id = idOf.get(key.toString('hex')) ?? newId();
    return {
      id,
      key: key.toString('hex'),
      host: hostName.seal(tx, id, host).toString('hex'),
      asset: assetId,
    };
  });
  await tx.query(
    `insert into scan_host (organization_id, id, host_key, host, asset_id, given_by, given_at)
     select $1, r.id, decode(r.key, 'hex'), decode(r.host, 'hex'), r.asset, $3, $4
     from jsonb_to_recordset($2::jsonb) as r (id uuid, key text, host text, asset uuid)
     on conflict (organization_id, host_key) do update
       set asset_id = excluded.asset_id, given_by = excluded.given_by, given_at = excluded.given_at`,
    [tx.organizationId, JSON.stringify(rows), memberId, tx.now],
  );
  const before = new Map(
    known.map(({ id, assetId, givenBy, givenAt }) => [
      id,
      { assetId, givenBy, givenAt: givenAt.toISOString() },
    ]),
  );
  return rows.map(({ id }) => ({ id, before: before.get(id) ?? null }));
}
