import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { IncidentExportQuery, IncidentSummary } from '../incident.schemas.js';
import { ListIncidents } from './list-incidents.js';

/** The register of incidents as a file, under the filters of the view. */
@Injectable()
export class ExportIncidents {
  constructor(
    private readonly db: TenantDb,
    private readonly incidents: ListIncidents,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: IncidentExportQuery): Promise<TableFile> {
    const { total, totalIsCapped } = await this.incidents.list({ ...query, limit: 1 });
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'incident.exported',
        target: { type: 'incident', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.incidents.list({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'incidents', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<IncidentSummary>[] = [
  { key: 'number', heading: 'Number', value: ({ number }) => `I-${number}` },
  { key: 'title', heading: 'Incident', value: ({ title }) => title },
  { key: 'kind', heading: 'Kind', value: ({ kind }) => kind, words: codeWords.incidentKind },
  {
    key: 'severity',
    heading: 'Severity',
    value: ({ severity }) => severity,
    words: codeWords.incidentSeverity,
  },
  { key: 'state', heading: 'State', value: ({ state }) => state, words: codeWords.incidentState },
  {
    key: 'handledAs',
    heading: 'Handled as',
    value: ({ handledAs }) => handledAs,
    words: codeWords.handledAs,
  },
  {
    key: 'phiInvolved',
    heading: 'Protected health information',
    value: ({ phiInvolved }) => phiInvolved,
    words: codeWords.phiInvolved,
  },
  { key: 'source', heading: 'Told by', value: ({ source }) => source, words: codeWords.incidentSource },
  { key: 'reportedAt', heading: 'Reported at', value: ({ reportedAt }) => reportedAt },
  { key: 'occurredOn', heading: 'Happened on', value: ({ occurredOn }) => occurredOn },
  { key: 'noticedOn', heading: 'Noticed on', value: ({ noticedOn }) => noticedOn },
  { key: 'discoveredOn', heading: 'Discovered on', value: ({ discoveredOn }) => discoveredOn },
  { key: 'individuals', heading: 'Individuals', value: ({ individuals }) => individuals },
  { key: 'commander', heading: 'Commander', value: ({ commander }) => commander?.name ?? null },
  { key: 'openDuties', heading: 'Open notices', value: ({ openDuties }) => openDuties },
  { key: 'nextDueOn', heading: 'Next notice due on', value: ({ nextDueOn }) => nextDueOn },
  { key: 'closedOn', heading: 'Closed on', value: ({ closedOn }) => closedOn },
  {
    key: 'closeOutcome',
    heading: 'How it ended',
    value: ({ closeOutcome }) => closeOutcome,
    words: codeWords.closeOutcome,
  },
  { key: 'isDrill', heading: 'Drill', value: ({ isDrill }) => isDrill },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt },
];
