import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { withinRequest } from '../../../platform/documents/table/rows-of-pages.js';
import type { CellValue, TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { valueWords } from '../../../platform/messages/en-codes.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { ASSET_COLUMN_NAMES, ASSET_COLUMNS, type AssetColumn } from '../domain/import/asset-columns.js';
import { SYSTEM_HEADINGS } from '../domain/import/match-headings.js';
import type { AssetExportQuery } from '../asset.schemas.js';
import { assetListQuery } from '../persistence/asset-list.js';
import { assetNotes } from '../persistence/asset.repository.js';
import { WHOLE_ASSET_COLUMNS, type WholeAssetRow } from '../persistence/asset.rows.js';
import { countList, readInBatches } from '../persistence/list-batches.js';

/** The list as a file, under the filters of the view. An import reads it back. */
@Injectable()
export class ExportAssets {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, filter: AssetExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      const rows = await countList(tx, assetListQuery(tx, filter, ''));
      tx.audit.record({
        action: 'asset.exported',
        target: { type: 'asset', id: null },
        detail: { rows, ...takenOut(format, filter) },
      });
    });
    const batches = readInBatches<WholeAssetRow, ExportedAsset>(
      this.db,
      (tx) => assetListQuery(tx, filter, WHOLE_ASSET_COLUMNS),
      (tx, row) => ({ ...row, notes: assetNotes.openOrNull(tx, row.id, row.notes) ?? '' }),
    );
    return tableFile(format, { name: 'assets', columns: COLUMNS, batches: withinRequest(batches) });
  }
}

type ExportedAsset = Omit<WholeAssetRow, 'notes'> & { notes: string };

const VALUES: Record<AssetColumn, (row: ExportedAsset) => CellValue> = {
  tag: ({ tag }) => tag,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  description: ({ description }) => description,
  site: ({ siteName }) => siteName,
  location: ({ location }) => location,
  owner: ({ ownerName }) => ownerName,
  hosting: ({ hosting }) => hosting,
  vendorName: ({ vendorName }) => vendorName,
  holdsEphi: ({ holdsEphi }) => holdsEphi,
  phiTypes: ({ phiTypes }) => phiTypes,
  phiActivities: ({ phiActivities }) => phiActivities,
  phiRecordCount: ({ phiRecordCount }) => phiRecordCount,
  encryptionAtRest: ({ encryptionAtRest }) => encryptionAtRest,
  encryptionInTransit: ({ encryptionInTransit }) => encryptionInTransit,
  backup: ({ backup }) => backup,
  internetFacing: ({ internetFacing }) => internetFacing,
  portable: ({ portable }) => portable,
  lifecycle: ({ lifecycle }) => lifecycle,
  notes: ({ notes }) => notes,
};

const [ID, ADDED, CHANGED] = SYSTEM_HEADINGS;
const COLUMNS: readonly TableColumn<ExportedAsset>[] = [
  ...ASSET_COLUMN_NAMES.map((key) => ({
    key,
    heading: ASSET_COLUMNS[key].heading,
    value: VALUES[key],
    words: valueWords[key] ?? {},
  })),
  { key: 'id', heading: ID, value: ({ id }) => typedId('asset', id) },
  { key: 'createdAt', heading: ADDED, value: ({ createdAt }) => createdAt.toISOString() },
  { key: 'updatedAt', heading: CHANGED, value: ({ updatedAt }) => updatedAt.toISOString() },
];
