import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** Which of these stand open, critical, on assets with ePHI. */
export async function openCriticalOnEphi(tx: ReadTx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select v.id from vulnerability v join asset a on a.organization_id = v.organization_id and a.id = v.asset_id and a.holds_ephi
     where v.organization_id = $1 and v.id = any ($2::uuid[]) and v.status = 'open' and v.severity = 'critical'`,
    [tx.organizationId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What stands open on an asset that an analysis of risk has to know of. */
export interface SevereOnAsset {
  assetId: string;
  assetName: string;
  lifecycle: string;
  critical: number;
  high: number;
  /** The worst ones by title, each once, the worst first; at most five. */
  worst: string[];
}

/** One row an asset, however many lines a scan has. */
export function severeOnAssets(tx: ReadTx): Promise<SevereOnAsset[]> {
  return tx.query<SevereOnAsset>(
    `with open as (
       select v.asset_id, v.severity, v.severity_sort, v.title, v.cvss from vulnerability v
       where v.organization_id = $1 and v.status = 'open' and v.severity in ('critical', 'high')),
     titles as (
       select asset_id, title, min(severity_sort) as severity_sort, max(cvss) as cvss from open group by asset_id, title),
     ranked as (
       select asset_id, title, row_number() over (partition by asset_id order by severity_sort, cvss desc nulls last, title) as place from titles),
     worst as (select asset_id, array_agg(title order by place) as titles from ranked where place <= 5 group by asset_id),
     counted as (
       select asset_id, (count(*) filter (where severity = 'critical'))::int as critical, (count(*) filter (where severity = 'high'))::int as high
       from open group by asset_id)
     select c.asset_id as "assetId", a.name as "assetName", a.lifecycle, c.critical, c.high, w.titles as worst
     from counted c join worst w on w.asset_id = c.asset_id
     join asset a on a.organization_id = $1 and a.id = c.asset_id`,
    [tx.organizationId],
  );
}
