import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { withinRequest } from '../../../platform/documents/table/rows-of-pages.js';
import {
  textsWithCodes,
  type TableColumn,
  type TableFormat,
} from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { FlowConcern } from '../domain/flow-concerns.js';
import { FLOW_COLUMNS, RECKONED_HEADINGS } from '../domain/import/flow-columns.js';
import { SYSTEM_HEADINGS } from '../domain/import/match-headings.js';
import { flowEndText } from '../domain/import/read-flow-end.js';
import type { DataFlowExportQuery } from '../data-flow.schemas.js';
import { dataFlowListQuery } from '../persistence/data-flow-list.js';
import { concernsOf, vendorsOf, type DataFlowRow } from '../persistence/data-flow.rows.js';
import { countList, readInBatches } from '../persistence/list-batches.js';

type VendorOnDay = ReturnType<typeof vendorsOf>[number];

/** What a file says of a flow, with what is reckoned of it on the day of the export. */
interface ExportedFlow extends Omit<DataFlowRow, 'vendors'> {
  vendors: VendorOnDay[];
  concerns: FlowConcern[];
}

const [ID, ADDED, CHANGED] = SYSTEM_HEADINGS;
/** An import reads this list again and finds nothing to change. */
const COLUMNS: readonly TableColumn<ExportedFlow>[] = [
  { key: 'code', heading: FLOW_COLUMNS.code.heading, value: ({ code }) => code },
  { key: 'name', heading: FLOW_COLUMNS.name.heading, value: ({ name }) => name },
  {
    key: 'from',
    heading: FLOW_COLUMNS.from.heading,
    value: ({ fromTag, fromName, fromVendorId }) =>
      flowEndText({ tag: fromTag, name: fromName, isVendor: fromVendorId !== null }),
  },
  {
    key: 'to',
    heading: FLOW_COLUMNS.to.heading,
    value: ({ toTag, toName, toVendorId }) =>
      flowEndText({ tag: toTag, name: toName, isVendor: toVendorId !== null }),
  },
  {
    key: 'counterparty',
    heading: FLOW_COLUMNS.counterparty.heading,
    value: ({ counterparty }) => counterparty,
    words: codeWords.counterparty,
  },
  {
    key: 'phiTypes',
    heading: FLOW_COLUMNS.phiTypes.heading,
    value: ({ phiTypes }) => phiTypes,
    words: codeWords.phi,
  },
  { key: 'purpose', heading: FLOW_COLUMNS.purpose.heading, value: ({ purpose }) => purpose },
  {
    key: 'minimumNecessary',
    heading: FLOW_COLUMNS.minimumNecessary.heading,
    value: ({ minimumNecessary }) => minimumNecessary,
  },
  {
    key: 'transportMethod',
    heading: FLOW_COLUMNS.transportMethod.heading,
    value: ({ transportMethod }) => transportMethod,
  },
  {
    key: 'transportSecurity',
    heading: FLOW_COLUMNS.transportSecurity.heading,
    value: ({ transportSecurity }) => transportSecurity,
    words: codeWords.transport,
  },
  { key: 'offshore', heading: FLOW_COLUMNS.offshore.heading, value: ({ offshore }) => offshore },
  { key: 'active', heading: FLOW_COLUMNS.active.heading, value: ({ active }) => active },
  {
    key: 'vendors',
    heading: RECKONED_HEADINGS.vendors,
    ...textsWithCodes(
      ({ vendors }: ExportedFlow) => vendors,
      ({ name, agreement }) => vendorText(name, agreement),
      ({ name, agreement }) => vendorText(name, codeWords.agreement[agreement]),
    ),
  },
  {
    key: 'concerns',
    heading: RECKONED_HEADINGS.concerns,
    ...textsWithCodes(
      ({ concerns }: ExportedFlow) => concerns,
      ({ kind, citations }) => concernText(kind, citations),
      ({ kind, citations }) => concernText(codeWords.concern[kind], citations),
    ),
  },
  { key: 'id', heading: ID, value: ({ id }) => typedId('dataFlow', id) },
  { key: 'createdAt', heading: ADDED, value: ({ createdAt }) => createdAt.toISOString() },
  { key: 'updatedAt', heading: CHANGED, value: ({ updatedAt }) => updatedAt.toISOString() },
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
        detail: { rows, ...takenOut(format, filter) },
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
  return { ...row, vendors: vendorsOf(row, today), concerns: concernsOf(row, today) };
}

function vendorText(name: string, agreement: string): string {
  return `${name} (agreement: ${agreement})`;
}

function concernText(concern: string, citations: readonly string[]): string {
  return `${concern} (${citations.join(', ')})`;
}
