import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces, newestFirst } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { countScans, readScan, recentScans } from '../persistence/scan.repository.js';
import type { ScanRowExportQuery, ScanRowView, ScanSummary } from '../scan.schemas.js';
import { placeResults } from './place-results.js';
import { scanRowView, scanSummary } from './scan-view.js';
import { settled } from './scans.js';

/** The files of scanners that were brought, and the results of one that is looked at, as files. */
@Injectable()
export class ExportScans {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async list(format: TableFormat): Promise<TableFile> {
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'scan.exported',
        target: { type: 'scan', id: null },
        detail: { rows: await countScans(tx), ...takenOut(format) },
      });
    });
    const batches = newestFirst((page) => this.db.read((tx) => recentScans(tx, page)), scanSummary);
    return tableFile(format, { name: 'scans', columns: LIST_COLUMNS, batches });
  }

  /** What is settled keeps no results: they stand in the list of vulnerabilities. */
  async rows(id: string, format: TableFormat, { outcome }: ScanRowExportQuery): Promise<TableFile> {
    const rows = await this.db.write(async (tx) => {
      const { scan, content } = await readScan(tx, id);
      if (!content) throw settled();
      const { results } = await placeResults(tx, scan, content);
      const chosen = results.filter((result) => outcome === undefined || result.outcome === outcome);
      tx.audit.record({
        action: 'scan.rows-exported',
        target: { type: 'scan', id },
        detail: { rows: chosen.length, ...takenOut(format, { outcome }) },
      });
      return chosen.map(scanRowView);
    });
    return tableFile(format, { name: 'results-of-the-scan', columns: ROW_COLUMNS, batches: inPieces(rows) });
  }
}

const LIST_COLUMNS: readonly TableColumn<ScanSummary>[] = [
  { key: 'fileName', heading: 'File', value: ({ fileName }) => fileName },
  { key: 'format', heading: 'Format', value: ({ format }) => format, words: codeWords.scanFormat },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.scanStatus },
  { key: 'scannedOn', heading: 'Scanned on', value: ({ scannedOn }) => scannedOn },
  { key: 'isComplete', heading: 'Complete scan', value: ({ isComplete }) => isComplete },
  { key: 'results', heading: 'Results', value: ({ rowCount }) => rowCount },
  { key: 'added', heading: 'New', value: ({ result }) => result?.added ?? null },
  { key: 'seenAgain', heading: 'Seen again', value: ({ result }) => result?.seenAgain ?? null },
  { key: 'cameBack', heading: 'Came back', value: ({ result }) => result?.cameBack ?? null },
  { key: 'notSeen', heading: 'Not seen again', value: ({ result }) => result?.notSeen ?? null },
  { key: 'closed', heading: 'Closed as fixed', value: ({ result }) => result?.closed ?? null },
  { key: 'skipped', heading: 'Left out', value: ({ result }) => result?.skipped ?? null },
  { key: 'broughtBy', heading: 'Brought by', value: ({ createdByName }) => createdByName },
  { key: 'broughtAt', heading: 'Brought at', value: ({ createdAt }) => createdAt },
  { key: 'takenOverAt', heading: 'Taken over at', value: ({ committedAt }) => committedAt },
  { key: 'undoneAt', heading: 'Undone at', value: ({ undoneAt }) => undoneAt },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];

const ROW_COLUMNS: readonly TableColumn<ScanRowView>[] = [
  { key: 'row', heading: 'Row', value: ({ row }) => row },
  {
    key: 'outcome',
    heading: 'What becomes of it',
    value: ({ outcome }) => outcome,
    words: codeWords.scanOutcome,
  },
  { key: 'title', heading: 'Title', value: ({ label }) => label },
  { key: 'severity', heading: 'Severity', value: ({ severity }) => severity, words: codeWords.severity },
  { key: 'cves', heading: 'CVE', value: ({ cves }) => cves },
  { key: 'tool', heading: 'Scanner', value: ({ tool }) => tool },
  { key: 'host', heading: 'Host', value: ({ host }) => host },
  { key: 'location', heading: 'Where', value: ({ location }) => location },
  { key: 'asset', heading: 'Asset', value: ({ asset }) => asset && `${asset.tag} ${asset.name}` },
  {
    key: 'problems',
    heading: 'What is wrong',
    value: ({ problems }) => problems.map(({ place, value, reason }) => `${place} “${value}”: ${reason}`),
  },
  { key: 'remarks', heading: 'Remarks', value: ({ remarks }) => remarks },
];
