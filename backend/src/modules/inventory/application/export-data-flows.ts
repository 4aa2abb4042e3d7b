import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { withinRequest } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { DataFlowExportQuery } from '../data-flow.schemas.js';
import { dataFlowListQuery } from '../persistence/data-flow-list.js';
import { concernsOf, vendorsOf, type DataFlowRow } from '../persistence/data-flow.rows.js';
import { countList, readInBatches } from '../persistence/list-batches.js';

/** What a file says of a flow, with what is reckoned of it on the day of the export. */
interface ExportedFlow extends Omit<DataFlowRow, 'vendors'> {
  vendors: string[];
  concerns: string[];
}

const COLUMNS: readonly TableColumn<ExportedFlow>[] = [
  { key: 'name', heading: 'Name', value: ({ name }) => name },
  { key: 'from', heading: 'From', value: ({ fromName }) => fromName },
  { key: 'fromTag', heading: 'From tag', value: ({ fromTag }) => fromTag },
  { key: 'to', heading: 'To', value: ({ toName }) => toName },
  { key: 'toTag', heading: 'To tag', value: ({ toTag }) => toTag },
  { key: 'counterparty', heading: 'Counterparty', value: ({ counterparty }) => counterparty },
  { key: 'phiTypes', heading: 'PHI types', value: ({ phiTypes }) => phiTypes },
  { key: 'purpose', heading: 'Purpose', value: ({ purpose }) => purpose },
  {
    key: 'minimumNecessary',
    heading: 'Minimum necessary',
    value: ({ minimumNecessary }) => minimumNecessary,
  },
  { key: 'transportMethod', heading: 'Transport method', value: ({ transportMethod }) => transportMethod },
  {
    key: 'transportSecurity',
    heading: 'Transport security',
    value: ({ transportSecurity }) => transportSecurity,
  },
  { key: 'offshore', heading: 'Offshore', value: ({ offshore }) => offshore },
  { key: 'active', heading: 'In use', value: ({ active }) => active },
  { key: 'vendors', heading: 'Vendors', value: ({ vendors }) => vendors },
  { key: 'concerns', heading: 'Concerns', value: ({ concerns }) => concerns },
  { key: 'id', heading: 'Id', value: ({ id }) => typedId('dataFlow', id) },
  { key: 'createdAt', heading: 'Added at', value: ({ createdAt }) => createdAt.toISOString() },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt.toISOString() },
];

@Injectable()
export class ExportDataFlows {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, filter: DataFlowExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      const rows = await countList(tx, dataFlowListQuery(tx, filter));
      tx.audit.record({
        action: 'data-flow.exported',
        target: { type: 'data-flow', id: null },
        detail: { rows, format },
      });
    });
    const batches = readInBatches<DataFlowRow, ExportedFlow>(
      this.db,
      (tx) => dataFlowListQuery(tx, filter),
      (tx, row) => exported(row, tx.today),
    );
    return tableFile(format, { name: 'data-flows', columns: COLUMNS, batches: withinRequest(batches) });
  }
}

function exported(row: DataFlowRow, today: CalendarDate): ExportedFlow {
  return {
    ...row,
    vendors: vendorsOf(row, today).map(({ name, agreement }) => `${name} (agreement: ${agreement})`),
    concerns: concernsOf(row, today).map(({ kind, citations }) => `${kind} (${citations.join(', ')})`),
  };
}
