import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { ScanReading, ScanRow } from '../domain/csv/read-rows.js';
import type { ReadResult } from '../domain/sighting.js';
import { ScanRecord, type ScanFormat, type ScanResult, type ScanStatus } from './scan.record.js';

/** A file as it was read, what its columns mean, and which asset a person said each host is (by the host's key). */
export type ScanContent = { hosts: Record<string, string | null> } & (
  | {
      format: 'csv';
      headings: string[];
      /** Rows above the headings, which are about the scan and not taken over. */
      rowsAbove: number;
      reading: ScanReading;
      rows: ScanRow[];
    }
  | { format: 'sarif'; tools: string[]; results: ReadResult[] }
);

export interface Scan {
  id: string;
  fileName: string;
  format: ScanFormat;
  status: ScanStatus;
  rowCount: number;
  scannedOn: CalendarDate;
  isComplete: boolean | null;
  result: ScanResult | null;
  createdByName: string;
  createdAt: Date;
  committedAt: Date | null;
  version: number;
}

/** Scanners write whatever they come across. */
const scanContent = encryptedColumn('scan', 'content');

const COLUMNS = `s.id, s.file_name as "fileName", s.format, s.status, s.row_count as "rowCount", s.scanned_on::text as "scannedOn",
  s.is_complete as "isComplete", s.result, p.name as "createdByName", s.created_at as "createdAt", s.committed_at as "committedAt", s.version`;
const JOINS = `join membership m on m.organization_id = s.organization_id and m.id = s.created_by join person p on p.id = m.person_id`;

/** `content` is null once the file is settled. */
export async function readScan(tx: ReadTx, id: string): Promise<{ scan: Scan; content: ScanContent | null }> {
  const [row] = await tx.query<Scan & { content: Buffer | null }>(
    `select ${COLUMNS}, s.content from scan s ${JOINS} where s.organization_id = $1 and s.id = $2 and s.status <> 'discarded'`,
    [tx.organizationId, id],
  );
  if (!row) throw notFound('scan');
  const { content, ...scan } = row;
  const opened = scanContent.openOrNull(tx, id, content);
  return { scan, content: opened === null ? null : (JSON.parse(opened) as ScanContent) };
}

/** The last files that somebody brought, newest first. */
export function recentScans(tx: ReadTx): Promise<Scan[]> {
  return tx.query<Scan>(
    `select ${COLUMNS} from scan s ${JOINS} where s.organization_id = $1 and s.status <> 'discarded' order by s.id desc limit 20`,
    [tx.organizationId],
  );
}

/** Of two who want to settle a file, one waits and then sees what the other did. */
export async function lockScan(tx: WriteTx, id: string): Promise<ScanStatus> {
  const [row] = await tx.query<{ status: ScanStatus }>(
    'select status from scan where organization_id = $1 and id = $2 for update',
    [tx.organizationId, id],
  );
  if (!row || row.status === 'discarded') throw notFound('scan');
  return row.status;
}

export async function addScan(
  tx: WriteTx,
  scan: { id: string; fileName: string; rowCount: number; scannedOn: CalendarDate; createdBy: string },
  content: ScanContent,
): Promise<void> {
  await tx.manager.insert(ScanRecord, {
    ...scan,
    organizationId: tx.organizationId,
    format: content.format,
    status: 'previewed',
    content: scanContent.seal(tx, scan.id, JSON.stringify(content)),
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  });
}

export interface ScanChange {
  /** null: it is forgotten. */
  content?: ScanContent | null;
  status?: ScanStatus;
  scannedOn?: CalendarDate;
  isComplete?: boolean;
  result?: ScanResult;
  committedAt?: Date;
}

export function saveScan(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  { content, ...change }: ScanChange,
): Promise<number> {
  const sealed =
    content === undefined
      ? {}
      : { content: content === null ? null : scanContent.seal(tx, id, JSON.stringify(content)) };
  return saveVersion(
    tx,
    ScanRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    { ...change, ...sealed },
    'scan',
  );
}
