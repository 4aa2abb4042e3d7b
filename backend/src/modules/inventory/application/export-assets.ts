import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { IMPORT_FIELDS, SYSTEM_HEADINGS, type ImportField } from '../domain/import/import-fields.js';
import type { AssetExportQuery } from '../asset.schemas.js';
import { assetListQuery } from '../persistence/asset-list.js';
import { assetNotes } from '../persistence/asset.repository.js';
import { WHOLE_ASSET_COLUMNS, type WholeAssetRow } from '../persistence/asset.rows.js';
import { countList, readInBatches } from '../persistence/list-batches.js';
import { csvText } from './csv-text.js';

/** The list as a file, under the filters of the view. An import reads it back. */
@Injectable()
export class ExportAssets {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(filter: AssetExportQuery): Promise<AsyncIterable<string>> {
    await this.db.write(async (tx) => {
      const rows = await countList(tx, assetListQuery(tx, filter, ''));
      tx.audit.record({ action: 'asset.exported', target: { type: 'asset', id: null }, detail: { rows } });
    });
    const batches = readInBatches<WholeAssetRow, string[]>(
      this.db,
      (tx) => assetListQuery(tx, filter, WHOLE_ASSET_COLUMNS),
      (tx, row) => cellsOf(row, assetNotes.openOrNull(tx, row.id, row.notes) ?? ''),
    );
    return csvText(ASSET_HEADINGS, batches);
  }
}

const FIELDS = Object.keys(IMPORT_FIELDS) as ImportField[];
export const ASSET_HEADINGS: readonly string[] = [
  ...FIELDS.map((field) => IMPORT_FIELDS[field].heading),
  ...SYSTEM_HEADINGS,
];

function cellsOf(row: WholeAssetRow, notes: string): string[] {
  const cells: Record<ImportField, string> = {
    tag: row.tag,
    name: row.name,
    kind: row.kind,
    description: row.description,
    site: row.siteName ?? '',
    location: row.location,
    owner: row.ownerName ?? '',
    hosting: row.hosting,
    vendorName: row.vendorName,
    holdsEphi: yesOrNo(row.holdsEphi),
    phiTypes: row.phiTypes.join('; '),
    phiActivities: row.phiActivities.join('; '),
    phiRecordCount: row.phiRecordCount?.toString() ?? '',
    encryptionAtRest: row.encryptionAtRest,
    encryptionInTransit: row.encryptionInTransit,
    backup: row.backup,
    internetFacing: yesOrNo(row.internetFacing),
    portable: yesOrNo(row.portable),
    lifecycle: row.lifecycle,
    notes,
  };
  return [
    ...FIELDS.map((field) => cells[field]),
    typedId('asset', row.id),
    row.createdAt.toISOString(),
    row.updatedAt.toISOString(),
  ];
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
