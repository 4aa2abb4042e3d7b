/** SQL for `allowsEphi(agreementStanding(…))` of a vendor `v`; `today` is a parameter. A spec holds the two together. */
export const allowsEphiSql = (v: string, today: string): string =>
  `(${v}.agreement_status in ('signed', 'not-required') and coalesce(${v}.agreement_ends_on >= ${today}::date, true))`;

/**
 * SQL: the flow `f` reaches the vendor `v`. It begins or ends there, or, where it is said to go to a vendor, at an
 * asset that this vendor runs: an asset names its vendor in words, a vendor's name is theirs alone.
 */
export const reachesVendorSql = (f: string, v: string): string =>
  `(${v}.id in (${f}.from_vendor_id, ${f}.to_vendor_id) or (${f}.counterparty = 'vendor' and exists (
    select 1 from asset run where run.organization_id = ${f}.organization_id
      and run.id in (${f}.from_asset_id, ${f}.to_asset_id) and lower(run.vendor_name) = lower(${v}.name))))`;

/**
 * SQL: the ids of the active flows that reach the vendor `v`. Those of the vendor are found by its key, and of the others
 * only those are looked at that are said to go to a vendor.
 */
export const flowsOfVendorSql = (v: string): string => {
  const flows = (which: string): string =>
    `select f.id from data_flow f where f.organization_id = ${v}.organization_id and f.active and ${which}`;
  return `(${flows(`f.from_vendor_id = ${v}.id`)} union ${flows(`f.to_vendor_id = ${v}.id`)}
    union ${flows(`f.counterparty = 'vendor' and ${reachesVendorSql('f', v)}`)})`;
};
