import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { DiagramQuery, DiagramView } from '../data-flow.schemas.js';
import { dataFlowListQuery, mostStrikingFlows } from '../persistence/data-flow-list.js';
import { dataFlowView, type DataFlowRow } from '../persistence/data-flow.rows.js';
import { countList } from '../persistence/list-batches.js';

/** More than these are no picture. */
const MOST_FLOWS = 500;
const MOST_NODES = 500;
const MOST_UNCONNECTED = 100;

/** The flows in use as nodes and edges, narrowed as their list is; the list beside the picture says the same. */
@Injectable()
export class DrawDiagram {
  constructor(private readonly db: TenantDb) {}

  execute(query: DiagramQuery): Promise<DiagramView> {
    return this.db.read(async (tx) => {
      const filter = { ...query, active: true };
      // Asked for together with the flows: they wait for nothing.
      const counted = Promise.all([
        unconnected(tx),
        countList(tx, dataFlowListQuery(tx, filter)),
        countList(tx, dataFlowListQuery(tx, { active: true, hasConcerns: true })),
      ]);
      counted.catch(() => undefined);
      const flows = thatFit(await mostStrikingFlows(tx, filter, MOST_FLOWS));
      const assets = await assetsOf(tx, flows);
      const nodes = new Map(assets.map((row) => [typedId('asset', row.id), assetNode(row)]));
      const edges = flows.map((flow) => {
        const view = dataFlowView(flow, tx.today);
        return { flow: view, from: nodeOf(nodes, view, 'from'), to: nodeOf(nodes, view, 'to') };
      });
      const [waiting, matching, concerned] = await counted;
      return { nodes: [...nodes.values()], edges, unconnected: waiting, matching, concerned };
    });
  }
}

type Node = DiagramView['nodes'][number];
type Flow = ReturnType<typeof dataFlowView>;

/** The end's node; a vendor or a party outside gets one when it is first met. */
function nodeOf(nodes: Map<string, Node>, flow: Flow, side: 'from' | 'to'): string {
  const { assetId, vendorId, name } = flow[side];
  const id = assetId ?? vendorId ?? `party:${name.toLowerCase()}`;
  if (!nodes.has(id)) {
    const vendor = flow.vendors.find((candidate) => candidate.id === vendorId);
    nodes.set(id, {
      id,
      name,
      asset: null,
      vendor: vendor ? { id: vendor.id, agreement: vendor.agreement } : null,
    });
  }
  return id;
}

type DrawnAsset = NonNullable<Node['asset']> & { name: string };

function assetNode({ id: uuid, name, tag, kind, holdsEphi }: DrawnAsset): Node {
  const id = typedId('asset', uuid);
  return { id, name, asset: { id, tag, kind, holdsEphi }, vendor: null };
}

/** From the first flow on until there are too many places. */
function thatFit(flows: DataFlowRow[]): DataFlowRow[] {
  const places = new Set<string>();
  const tooMany = flows.findIndex((flow) => {
    places.add(flow.fromAssetId ?? flow.fromVendorId ?? flow.fromName.toLowerCase());
    places.add(flow.toAssetId ?? flow.toVendorId ?? flow.toName.toLowerCase());
    return places.size > MOST_NODES;
  });
  return tooMany === -1 ? flows : flows.slice(0, tooMany);
}

function assetsOf(tx: ReadTx, flows: DataFlowRow[]): Promise<DrawnAsset[]> {
  const ids = flows.flatMap((flow) => [flow.fromAssetId, flow.toAssetId]).filter((id) => id !== null);
  return tx.query<DrawnAsset>(
    `select a.id, a.name, a.tag, a.kind, a.holds_ephi as "holdsEphi" from asset a
     where a.organization_id = $1 and a.id = any($2::uuid[]) order by lower(a.name), a.id`,
    [tx.organizationId, ids],
  );
}

/** All ends as one set: looked for one asset after the other they cost an index each. */
const endsAt = (column: string): string => `select f.${column} from data_flow f
  where f.organization_id = $1 and f.active and f.${column} is not null`;

async function unconnected(tx: ReadTx): Promise<DiagramView['unconnected']> {
  const rows = await tx.query<{ id: string; tag: string; name: string }>(
    `select a.id, a.tag, a.name from asset a
     where a.organization_id = $1 and a.holds_ephi and a.lifecycle = 'in-service' and a.id not in (
       ${['from_asset_id', 'to_asset_id'].map(endsAt).join(' union all ')})
     order by lower(a.name), a.id limit ${MOST_UNCONNECTED}`,
    [tx.organizationId],
  );
  return rows.map((row) => ({ ...row, id: typedId('asset', row.id) }));
}
