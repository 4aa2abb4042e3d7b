import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { DataFlowFacts } from '../domain/data-flow.js';
import type { AssetPlace, FlowWorld, VendorPlace } from '../domain/import/flow-world.js';
import type { KnownRecord } from '../domain/import/import-subject.js';
import { wordsOfEnd } from '../domain/import/read-flow-end.js';
import { FLOW_FACT_COLUMNS, factsOfFlow, type FlowFactRow } from './data-flow.rows.js';
import { holdEnds, idsOf } from './flow-ends.js';
import type { ImportContent } from './import-batch.repository.js';
import { textsOf } from './texts-of-column.js';

/** What the list is judged against. `forUpdate` holds the flows that it names, and their ends, until the commit. */
export async function loadFlowWorld(
  tx: ReadTx,
  content: ImportContent,
  { forUpdate = false } = {},
): Promise<FlowWorld> {
  const flows = await flowsByCode(tx, textsOf(content, 'code'), forUpdate);
  const words = [...new Set([...textsOf(content, 'from'), ...textsOf(content, 'to')].flatMap(wordsOfEnd))];
  const ends = [...flows.values()].flatMap(({ facts: { from, to } }) => [from, to]);
  const assetIds = idsOf(ends.map(({ assetId }) => assetId));
  if (forUpdate) await holdEnds(tx, words, assetIds);
  const assets = await assetPlaces(tx, words, assetIds);
  const vendors = await vendorPlaces(tx, words, idsOf(ends.map(({ vendorId }) => vendorId)));
  const assetsByName = new Map<string, AssetPlace[]>();
  for (const asset of assets) {
    const name = asset.name.toLowerCase();
    const named = assetsByName.get(name);
    if (named) named.push(asset);
    else assetsByName.set(name, [asset]);
  }
  return {
    flows,
    codeByName: await codeByName(tx, textsOf(content, 'name')),
    assetsByName,
    assetsByTag: new Map(assets.map((asset) => [asset.tag.toLowerCase(), asset])),
    assetsById: new Map(assets.map((asset) => [asset.id, asset])),
    vendorsByName: new Map(vendors.map((vendor) => [vendor.name.toLowerCase(), vendor])),
    vendorsById: new Map(vendors.map((vendor) => [vendor.id, vendor])),
  };
}

async function flowsByCode(
  tx: ReadTx,
  codes: string[],
  forUpdate: boolean,
): Promise<Map<string, KnownRecord<DataFlowFacts>>> {
  const rows = await tx.query<StoredFlow>(
    `select ${FLOW_FACT_COLUMNS}, f.id, f.version from data_flow f
     where f.organization_id = $1 and lower(f.code) = any ($2) order by f.id ${forUpdate ? 'for update' : ''}`,
    [tx.organizationId, codes],
  );
  return new Map(
    rows.map(({ id, version, ...row }) => [row.code.toLowerCase(), { id, version, facts: factsOfFlow(row) }]),
  );
}

type StoredFlow = FlowFactRow & { id: string; version: number };

function assetPlaces(tx: ReadTx, words: string[], ids: string[]): Promise<AssetPlace[]> {
  const columns = `id, tag, name, lifecycle = 'disposed' as "isDisposed", vendor_name <> '' as "isVendorRun"`;
  return tx.query<AssetPlace>(
    `select ${columns} from asset where organization_id = $1 and lower(tag) = any ($2)
     union select ${columns} from asset where organization_id = $1 and lower(name) = any ($2)
     union select ${columns} from asset where organization_id = $1 and id = any ($3::uuid[]) order by tag`,
    [tx.organizationId, words, ids],
  );
}

function vendorPlaces(tx: ReadTx, words: string[], ids: string[]): Promise<VendorPlace[]> {
  return tx.query<VendorPlace>(
    `select id, name, active from vendor where organization_id = $1 and (lower(name) = any ($2) or id = any ($3::uuid[]))`,
    [tx.organizationId, words, ids],
  );
}

async function codeByName(tx: ReadTx, names: string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; code: string }>(
    'select lower(name) as name, min(code) as code from data_flow where organization_id = $1 and lower(name) = any($2) group by 1',
    [tx.organizationId, names],
  );
  return new Map(rows.map((row) => [row.name, row.code]));
}
