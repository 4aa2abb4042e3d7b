import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AssetKind, EncryptionState, Lifecycle } from '../domain/asset.js';
import { ASSET_COLUMNS, ASSET_JOINS, type AssetRow } from './asset.rows.js';
import {
  readPage,
  type ListQuery,
  type Page,
  type PageRequest,
} from '../../../platform/database/keyset-page.js';

export interface AssetFilter {
  kind?: AssetKind | undefined;
  /** 'none': those that have no site. */
  siteId?: string | undefined;
  ownerId?: string | undefined;
  holdsEphi?: boolean | undefined;
  lifecycle?: Lifecycle | undefined;
  encryptionAtRest?: EncryptionState | undefined;
  q?: string | undefined;
  /** Tags, names, or both with a blank between them. */
  named?: readonly string[] | undefined;
}

const SORTS: ListQuery['sorts'] = {
  name: { expression: 'lower(a.name)', type: 'text' },
  tag: { expression: 'lower(a.tag)', type: 'text' },
  kind: { expression: 'a.kind', type: 'text' },
  updatedAt: { expression: 'a.updated_at', type: 'timestamptz' },
};

export function pageOfAssets(tx: ReadTx, filter: AssetFilter, request: PageRequest): Promise<Page<AssetRow>> {
  return readPage<AssetRow>(tx, assetListQuery(tx, filter, ASSET_COLUMNS), request);
}

export function assetListQuery(tx: ReadTx, filter: AssetFilter, columns: string): ListQuery {
  const filters = ['a.organization_id = $1'];
  const params: unknown[] = [tx.organizationId];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    filters.push(condition(`$${params.length}`));
  };
  if (filter.kind) add((place) => `a.kind = ${place}`, filter.kind);
  if (filter.siteId === 'none') filters.push('a.site_id is null');
  else if (filter.siteId) add((place) => `a.site_id = ${place}`, filter.siteId);
  if (filter.ownerId === 'none') filters.push('a.owner_id is null');
  else if (filter.ownerId) add((place) => `a.owner_id = ${place}`, filter.ownerId);
  if (filter.holdsEphi !== undefined) add((place) => `a.holds_ephi = ${place}`, filter.holdsEphi);
  if (filter.lifecycle) add((place) => `a.lifecycle = ${place}`, filter.lifecycle);
  if (filter.encryptionAtRest) add((place) => `a.encryption_at_rest = ${place}`, filter.encryptionAtRest);
  if (filter.q) add((place) => `(a.name ilike ${place} or a.tag ilike ${place})`, containsPattern(filter.q));
  if (filter.named)
    add(
      (place) =>
        `(lower(a.tag) = any (${place}::text[]) or lower(a.name) = any (${place}::text[]) or lower(a.tag || ' ' || a.name) = any (${place}::text[]))`,
      filter.named.map((name) => name.toLowerCase()),
    );
  return { columns, table: 'asset a', alias: 'a', joins: ASSET_JOINS, filters, params, sorts: SORTS };
}
