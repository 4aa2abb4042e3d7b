import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { VendorExportQuery, VendorView } from '../vendor.schemas.js';
import { pageOfVendors } from '../persistence/vendor-list.js';
import { Vendors } from './vendors.js';

/** The vendors as a file, under the filters of the view. */
@Injectable()
export class ExportVendors {
  constructor(
    private readonly db: TenantDb,
    private readonly vendors: Vendors,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: VendorExportQuery): Promise<TableFile> {
    const { sort, ...filter } = query;
    await this.db.write(async (tx) => {
      const { total, totalIsCapped } = await pageOfVendors(tx, filter, { sort, limit: 1, cursor: undefined });
      tx.audit.record({
        action: 'vendor.exported',
        target: { type: 'vendor', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.vendors.list({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'vendors', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<VendorView>[] = [
  { key: 'name', heading: 'Vendor', value: ({ name }) => name },
  { key: 'service', heading: 'What they do for you', value: ({ service }) => service },
  { key: 'contactEmail', heading: 'Contact e-mail', value: ({ contactEmail }) => contactEmail },
  {
    key: 'agreement',
    heading: 'Agreement today',
    value: ({ agreement }) => agreement,
    words: codeWords.agreement,
  },
  {
    key: 'agreementStatus',
    heading: 'Agreement as written down',
    value: ({ agreementStatus }) => agreementStatus,
    words: codeWords.agreement,
  },
  { key: 'agreementSignedOn', heading: 'Signed on', value: ({ agreementSignedOn }) => agreementSignedOn },
  { key: 'agreementEndsOn', heading: 'Ends on', value: ({ agreementEndsOn }) => agreementEndsOn },
  {
    key: 'agreementNotRequiredReason',
    heading: 'Why none is needed',
    value: ({ agreementNotRequiredReason }) => agreementNotRequiredReason,
  },
  { key: 'flows', heading: 'Flows in use', value: ({ flows }) => flows },
  { key: 'active', heading: 'Works with us', value: ({ active }) => active },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
  { key: 'createdAt', heading: 'Added at', value: ({ createdAt }) => createdAt },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt },
];
