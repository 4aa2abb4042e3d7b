import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { DataFlowExportQuery } from '../data-flow.schemas.js';
import { dataFlowListQuery } from '../persistence/data-flow-list.js';
import { concernsOf, vendorsOf, type DataFlowRow } from '../persistence/data-flow.rows.js';
import { countList, readInBatches } from '../persistence/list-batches.js';
import { csvText } from './csv-text.js';

export const DATA_FLOW_HEADINGS = [
  'Name',
  'From',
  'From tag',
  'To',
  'To tag',
  'Counterparty',
  'PHI types',
  'Purpose',
  'Minimum necessary',
  'Transport method',
  'Transport security',
  'Offshore',
  'In use',
  'Vendors',
  'Concerns',
  'Id',
  'Added at',
  'Last changed at',
] as const;

@Injectable()
export class ExportDataFlows {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(filter: DataFlowExportQuery): Promise<AsyncIterable<string>> {
    await this.db.write(async (tx) => {
      const rows = await countList(tx, dataFlowListQuery(tx, filter));
      tx.audit.record({
        action: 'data-flow.exported',
        target: { type: 'data-flow', id: null },
        detail: { rows },
      });
    });
    const batches = readInBatches<DataFlowRow, string[]>(
      this.db,
      (tx) => dataFlowListQuery(tx, filter),
      (tx, row) => cellsOf(row, tx.today),
    );
    return csvText(DATA_FLOW_HEADINGS, batches);
  }
}

function cellsOf(row: DataFlowRow, today: CalendarDate): string[] {
  return [
    row.name,
    row.fromName,
    row.fromTag ?? '',
    row.toName,
    row.toTag ?? '',
    row.counterparty,
    row.phiTypes.join('; '),
    row.purpose,
    row.minimumNecessary,
    row.transportMethod,
    row.transportSecurity,
    row.offshore ? 'yes' : 'no',
    row.active ? 'yes' : 'no',
    vendorsOf(row, today)
      .map(({ name, agreement }) => `${name} (agreement: ${agreement})`)
      .join('; '),
    concernsOf(row, today)
      .map(({ kind, citations }) => `${kind} (${citations.join(', ')})`)
      .join('; '),
    typedId('dataFlow', row.id),
    row.createdAt.toISOString(),
    row.updatedAt.toISOString(),
  ];
}
