import { saveVersion } from '../../../platform/database/save-version.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { openContent, sealContent, type ScanContent } from './scan-content.js';
import {
  ScanRecord,
  type ScanFormat,
  type ScanResult,
  type ScanStatus,
  type ScanUndoResult,
} from './scan.record.js';

export interface ListedScan {
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
  undoJobId: string | null;
  undoneAt: Date | null;
  undoResult: ScanUndoResult | null;
  version: number;
}

export interface Scan extends ListedScan {
  /** How many of its changes an undo has not taken back. */
  undoable: number;
}

const COLUMNS = `s.id, s.file_name as "fileName", s.format, s.status, s.row_count as "rowCount", s.scanned_on::text as "scannedOn",
  s.is_complete as "isComplete", s.result, p.name as "createdByName", s.created_at as "createdAt", s.committed_at as "committedAt",
  s.undo_job_id as "undoJobId", s.undone_at as "undoneAt", s.undo_result as "undoResult", s.version`;
/** A file may have made tens of thousands of changes: not for a list. */
const UNDOABLE = `(select count(*) from scan_change c where c.organization_id = s.organization_id and c.scan_id = s.id
    and c.undone is distinct from 'withdrawn' and c.undone is distinct from 'restored'
    and (c.kind <> 'host' or c.undone is null))::int as undoable`;
const JOINS = `join membership m on m.organization_id = s.organization_id and m.id = s.created_by join person p on p.id = m.person_id`;

/** `content` is null once the file is settled. */
export async function readScan(tx: ReadTx, id: string): Promise<{ scan: Scan; content: ScanContent | null }> {
  const [row] = await tx.query<Scan & { content: Buffer | null }>(
    `select ${COLUMNS}, ${UNDOABLE}, s.content from scan s ${JOINS} where s.organization_id = $1 and s.id = $2 and s.status <> 'discarded'`,
    [tx.organizationId, id],
  );
  if (!row) throw notFound('scan');
  const { content, ...scan } = row;
  return { scan, content: openContent(tx, id, content) };
}

/** The last files that somebody brought, newest first; or those before one of them. */
export function recentScans(
  tx: ReadTx,
  { most = 20, before = null }: { most?: number; before?: string | null } = {},
): Promise<ListedScan[]> {
  return tx.query<ListedScan>(
    `select ${COLUMNS} from scan s ${JOINS} where s.organization_id = $1 and s.status <> 'discarded'
       and ($2::uuid is null or s.id < $2) order by s.id desc limit ${most}`,
    [tx.organizationId, before],
  );
}

export async function countScans(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from scan where organization_id = $1 and status <> 'discarded'`,
    [tx.organizationId],
  );
  return row!.count;
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
    content: sealContent(tx, scan.id, content),
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
  undoJobId?: string;
  undoneAt?: Date;
  undoResult?: ScanUndoResult;
}

export function saveScan(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  { content, ...change }: ScanChange,
): Promise<number> {
  const sealed =
    content === undefined ? {} : { content: content === null ? null : sealContent(tx, id, content) };
  return saveVersion(
    tx,
    ScanRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    { ...change, ...sealed },
    'scan',
  );
}
