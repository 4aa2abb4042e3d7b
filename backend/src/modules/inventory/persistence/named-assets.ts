import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { Lifecycle } from '../domain/asset.js';

/** Of an asset, what others know it by: ids are plain UUIDs here. */
export interface NamedAsset {
  id: string;
  tag: string;
  name: string;
  lifecycle: Lifecycle;
  holdsEphi: boolean;
}

const COLUMNS = 'id, tag, name, lifecycle, holds_ephi as "holdsEphi"';

/** Those of these ids that are in the inventory. */
export function namedAssets(tx: ReadTx, ids: readonly string[]): Promise<NamedAsset[]> {
  return tx.query<NamedAsset>(
    `select ${COLUMNS} from asset where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.organizationId, ids],
  );
}

/** Those whose tag or name is one of these words in lower case. What was disposed of is no longer there to be found. */
export function assetsByTagOrName(tx: ReadTx, words: readonly string[]): Promise<NamedAsset[]> {
  return tx.query<NamedAsset>(
    `select ${COLUMNS} from asset where organization_id = $1 and lifecycle <> 'disposed' and lower(tag) = any ($2::text[])
     union select ${COLUMNS} from asset where organization_id = $1 and lifecycle <> 'disposed' and lower(name) = any ($2::text[])`,
    [tx.organizationId, words],
  );
}
