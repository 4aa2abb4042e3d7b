import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { lockEndings } from '../../vendors/index.js';
import type { DataFlowFacts } from '../domain/data-flow.js';

interface Ends {
  id: string;
  facts: Pick<DataFlowFacts, 'from' | 'to' | 'active'>;
}

/** Of flows as they were, those that can be so again: both ends are here, and one in use has no end that is not. */
export async function flowsWithGoodEnds(
  tx: ReadTx,
  flows: readonly Ends[],
  { forUpdate }: { forUpdate: boolean },
): Promise<Set<string>> {
  const ends = flows.flatMap(({ facts: { from, to } }) => [from, to]);
  const assetIds = idsOf(ends.map(({ assetId }) => assetId));
  if (forUpdate) await holdEnds(tx, [], assetIds);
  const places = await tx.query<{ id: string; isInUse: boolean }>(
    `select id, lifecycle <> 'disposed' as "isInUse" from asset where organization_id = $1 and id = any ($2::uuid[])
     union all select id, active from vendor where organization_id = $1 and id = any ($3::uuid[])`,
    [tx.organizationId, assetIds, idsOf(ends.map(({ vendorId }) => vendorId))],
  );
  const isInUse = new Map(places.map((place) => [place.id, place.isInUse]));
  const isGood = ({ from, to, active }: Ends['facts']) =>
    idsOf([from.assetId, from.vendorId, to.assetId, to.vendorId]).every((id) =>
      active ? isInUse.get(id) === true : isInUse.has(id),
    );
  return new Set(flows.filter(({ facts }) => isGood(facts)).map(({ id }) => id));
}

/**
 * Until the commit nobody disposes of these assets, named by their ids or in small letters, or ends the work with any
 * vendor. What is asked for behind this stays true.
 */
export async function holdEnds(tx: ReadTx, words: readonly string[], assetIds: string[]): Promise<void> {
  await lockEndings(tx, 'rely');
  await tx.query(
    `select id from asset where organization_id = $1 and id in (${ASSETS_CALLED}) order by id for share`,
    [tx.organizationId, words, assetIds],
  );
}

const ASSETS_CALLED = `select id from asset where organization_id = $1 and lower(tag) = any ($2)
  union select id from asset where organization_id = $1 and lower(name) = any ($2)
  union select id from asset where organization_id = $1 and id = any ($3::uuid[])`;

export function idsOf(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
