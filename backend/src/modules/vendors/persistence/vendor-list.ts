import {
  readPage,
  type ListQuery,
  type Page,
  type PageRequest,
} from '../../../platform/database/keyset-page.js';
import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AgreementStatus } from '../domain/agreement.js';
import { VENDOR_COLUMNS, type VendorRow } from './vendor.rows.js';
import { allowsEphiSql, flowsOfVendorSql } from './vendor.sql.js';

export interface VendorFilter {
  /** As the agreement stands today. */
  agreement?: AgreementStatus | undefined;
  active?: boolean | undefined;
  needsAgreement?: boolean | undefined;
  q?: string | undefined;
  /** By their names. */
  named?: readonly string[] | undefined;
}

const SORTS: ListQuery['sorts'] = {
  name: { expression: 'lower(v.name)', type: 'text' },
  updatedAt: { expression: 'v.updated_at', type: 'timestamptz' },
};

/** What agreementStanding() says, in SQL; $2 is today. */
const STANDING = `(case when v.agreement_ends_on < $2::date then 'expired' else v.agreement_status end)`;
const NEEDS_AGREEMENT = `(not ${allowsEphiSql('v', '$2')} and exists (select 1 from ${flowsOfVendorSql('v')} reached))`;

export function pageOfVendors(
  tx: ReadTx,
  filter: VendorFilter,
  request: PageRequest,
): Promise<Page<VendorRow>> {
  // Every parameter has to be used, also where no filter speaks of today.
  const filters = ['v.organization_id = $1', '$2::date is not null'];
  const params: unknown[] = [tx.organizationId, tx.today];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    filters.push(condition(`$${params.length}`));
  };
  if (filter.agreement) add((place) => `${STANDING} = ${place}`, filter.agreement);
  if (filter.active !== undefined) add((place) => `v.active = ${place}`, filter.active);
  if (filter.needsAgreement !== undefined)
    filters.push(filter.needsAgreement ? NEEDS_AGREEMENT : `not ${NEEDS_AGREEMENT}`);
  if (filter.q)
    add((place) => `(v.name ilike ${place} or v.service ilike ${place})`, containsPattern(filter.q));
  if (filter.named)
    add(
      (place) => `lower(v.name) = any (${place}::text[])`,
      filter.named.map((name) => name.toLowerCase()),
    );
  const list = {
    columns: VENDOR_COLUMNS,
    table: 'vendor v',
    alias: 'v',
    joins: '',
    filters,
    params,
    sorts: SORTS,
  };
  return readPage<VendorRow>(tx, list, request);
}
