import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import type { AssetFacts } from '../domain/asset.js';
import { assetNotes } from './asset.repository.js';

/** What every reader of assets sees: the row, and the names behind its ids. */
export interface AssetRow extends Omit<AssetFacts, 'notes' | 'description'> {
  id: string;
  siteName: string | null;
  ownerName: string | null;
  updatedAt: Date;
  version: number;
}

export interface WholeAssetRow extends AssetRow {
  description: string;
  notes: Buffer | null;
  createdAt: Date;
}

export const ASSET_COLUMNS = `a.id, a.tag, a.name, a.kind, a.site_id as "siteId", s.name as "siteName", a.location,
  a.owner_id as "ownerId", p.name as "ownerName", a.hosting, a.vendor_name as "vendorName", a.holds_ephi as "holdsEphi",
  a.phi_types as "phiTypes", a.phi_activities as "phiActivities", a.phi_record_count as "phiRecordCount", a.encryption_at_rest as "encryptionAtRest",
  a.encryption_in_transit as "encryptionInTransit", a.backup, a.internet_facing as "internetFacing", a.portable,
  a.lifecycle, a.updated_at as "updatedAt", a.version`;

export const WHOLE_ASSET_COLUMNS = `${ASSET_COLUMNS}, a.description, a.notes, a.created_at as "createdAt"`;

export const ASSET_JOINS = `left join site s on s.organization_id = a.organization_id and s.id = a.site_id
  left join membership m on m.organization_id = a.organization_id and m.id = a.owner_id
  left join person p on p.id = m.person_id`;

export function assetListItem(row: AssetRow) {
  return {
    id: typedId('asset', row.id),
    tag: row.tag,
    name: row.name,
    kind: row.kind,
    siteId: typedIdOrNull('site', row.siteId),
    siteName: row.siteName,
    location: row.location,
    ownerId: typedIdOrNull('member', row.ownerId),
    ownerName: row.ownerName,
    hosting: row.hosting,
    vendorName: row.vendorName,
    holdsEphi: row.holdsEphi,
    phiTypes: row.phiTypes,
    phiActivities: row.phiActivities,
    phiRecordCount: row.phiRecordCount,
    encryptionAtRest: row.encryptionAtRest,
    encryptionInTransit: row.encryptionInTransit,
    backup: row.backup,
    internetFacing: row.internetFacing,
    portable: row.portable,
    lifecycle: row.lifecycle,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export function assetView(tx: ReadTx, row: WholeAssetRow) {
  return {
    ...assetListItem(row),
    description: row.description,
    notes: assetNotes.openOrNull(tx, row.id, row.notes) ?? '',
    createdAt: row.createdAt.toISOString(),
  };
}

export async function readAsset(tx: ReadTx, id: string): Promise<WholeAssetRow | undefined> {
  const [row] = await tx.query<WholeAssetRow>(
    `select ${WHOLE_ASSET_COLUMNS} from asset a ${ASSET_JOINS} where a.organization_id = $1 and a.id = $2`,
    [tx.organizationId, id],
  );
  return row;
}
