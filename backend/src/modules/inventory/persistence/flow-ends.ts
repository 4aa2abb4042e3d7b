import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { DataFlowFacts } from '../domain/data-flow.js';

interface Ends {
  id: string;
  facts: Pick<DataFlowFacts, 'from' | 'to' | 'active'>;
}

/** Of flows as they were, those that can be so again: both ends are here, and one in use has no end that is not. */
export async function flowsWithGoodEnds(tx: ReadTx, flows: readonly Ends[]): Promise<Set<string>> {
  const ends = flows.flatMap(({ facts: { from, to } }) => [from, to]);
  const places = await tx.query<{ id: string; isInUse: boolean }>(
    `select id, lifecycle <> 'disposed' as "isInUse" from asset where organization_id = $1 and id = any ($2::uuid[])
     union all select id, active from vendor where organization_id = $1 and id = any ($3::uuid[])`,
    [
      tx.organizationId,
      idsOf(ends.map(({ assetId }) => assetId)),
      idsOf(ends.map(({ vendorId }) => vendorId)),
    ],
  );
  const isInUse = new Map(places.map((place) => [place.id, place.isInUse]));
  const isGood = ({ from, to, active }: Ends['facts']) =>
    idsOf([from.assetId, from.vendorId, to.assetId, to.vendorId]).every((id) =>
      active ? isInUse.get(id) === true : isInUse.has(id),
    );
  return new Set(flows.filter(({ facts }) => isGood(facts)).map(({ id }) => id));
}

export function idsOf(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
