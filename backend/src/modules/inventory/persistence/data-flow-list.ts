import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { Counterparty, TransportSecurity } from '../domain/data-flow.js';
import { allowsEphiSql, reachesVendorSql } from '../../vendors/index.js';
import { DATA_FLOW_COLUMNS, DATA_FLOW_JOINS, type DataFlowRow } from './data-flow.rows.js';
import {
  readPage,
  type ListQuery,
  type Page,
  type PageRequest,
} from '../../../platform/database/keyset-page.js';

export interface DataFlowFilter {
  /** Flows that begin or end at this asset. */
  assetId?: string | undefined;
  /** Flows that reach this vendor. */
  vendorId?: string | undefined;
  counterparty?: Counterparty | undefined;
  transportSecurity?: TransportSecurity | undefined;
  offshore?: boolean | undefined;
  active?: boolean | undefined;
  hasConcerns?: boolean | undefined;
  q?: string | undefined;
}

const SORTS: ListQuery['sorts'] = {
  name: { expression: 'lower(f.name)', type: 'text' },
  updatedAt: { expression: 'f.updated_at', type: 'timestamptz' },
};

const REACHED = `from vendor v where v.organization_id = f.organization_id and ${reachesVendorSql('f', 'v')}`;

/** Most flows reach no vendor, and for them none has to be looked for. */
const MAY_REACH = `(f.counterparty = 'vendor' or f.from_vendor_id is not null or f.to_vendor_id is not null)`;

/**
 * What a flow itself must show to have a concern; an index holds these alone, by name. Said beside what flowConcerns()
 * finds, in these very words, or the index is not taken.
 */
const MAY_CONCERN = `f.active and (f.transport_security <> 'encrypted' or f.purpose = '' or f.offshore
  or f.minimum_necessary = '' or f.counterparty = 'vendor' or f.from_vendor_id is not null or f.to_vendor_id is not null)`;

/** What flowConcerns() finds, in SQL: a spec holds the two together. `today` is a parameter. */
export const concernedSql = (today: string): string =>
  `(${MAY_CONCERN} and (f.transport_security <> 'encrypted' or f.purpose = ''
  or (f.counterparty <> 'patient' and (f.offshore or f.minimum_necessary = ''))
  or (${MAY_REACH} and exists (select 1 ${REACHED} and not ${allowsEphiSql('v', today)}))
  or (f.counterparty = 'vendor' and not exists (select 1 ${REACHED}))))`;

export function pageOfDataFlows(
  tx: ReadTx,
  filter: DataFlowFilter,
  request: PageRequest,
): Promise<Page<DataFlowRow>> {
  return readPage<DataFlowRow>(tx, dataFlowListQuery(tx, filter), request);
}

/** The first of them by name, after those with a concern. */
export async function mostStrikingFlows(
  tx: ReadTx,
  filter: DataFlowFilter,
  most: number,
): Promise<DataFlowRow[]> {
  const found: DataFlowRow[] = [];
  for (const hasConcerns of filter.hasConcerns === undefined ? [true, false] : [filter.hasConcerns]) {
    if (found.length === most) break;
    const { filters, params } = dataFlowListQuery(tx, { ...filter, hasConcerns });
    const rows = await tx.query<DataFlowRow>(
      `select ${DATA_FLOW_COLUMNS} from data_flow f ${DATA_FLOW_JOINS} where ${filters.join(' and ')}
       order by lower(f.name), f.id limit ${most - found.length}`,
      params,
    );
    found.push(...rows);
  }
  return found;
}

export function dataFlowListQuery(tx: ReadTx, filter: DataFlowFilter): ListQuery {
  const filters = ['f.organization_id = $1'];
  const params: unknown[] = [tx.organizationId];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    filters.push(condition(`$${params.length}`));
  };
  if (filter.assetId)
    add((place) => `(f.from_asset_id = ${place} or f.to_asset_id = ${place})`, filter.assetId);
  if (filter.vendorId) add((place) => `exists (select 1 ${REACHED} and v.id = ${place})`, filter.vendorId);
  if (filter.counterparty) add((place) => `f.counterparty = ${place}`, filter.counterparty);
  if (filter.transportSecurity) add((place) => `f.transport_security = ${place}`, filter.transportSecurity);
  if (filter.offshore !== undefined) add((place) => `f.offshore = ${place}`, filter.offshore);
  if (filter.active !== undefined) add((place) => `f.active = ${place}`, filter.active);
  if (filter.hasConcerns !== undefined)
    add((today) => `${filter.hasConcerns ? '' : 'not '}${concernedSql(today)}`, tx.today);
  if (filter.q) add((place) => `(f.name ilike ${place} or f.code ilike ${place})`, containsPattern(filter.q));
  return {
    columns: DATA_FLOW_COLUMNS,
    table: 'data_flow f',
    alias: 'f',
    joins: DATA_FLOW_JOINS,
    filters,
    params,
    sorts: SORTS,
  };
}
