import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { ImportMapping, RawRow } from '../domain/import/import-subject.js';
import {
  ImportBatchRecord,
  type ImportKindName,
  type ImportResult,
  type ImportStatus,
  type UndoResult,
} from './import-batch.record.js';

/** A list as it was read, and what its columns mean. */
export interface ImportContent {
  headings: string[];
  /** null: it came as a workbook. */
  delimiter: ',' | ';' | '\t' | null;
  /** Lists that were read before workbooks were have none. */
  workbook?: { sheets: { name: string; hidden: boolean }[]; sheet: string } | null;
  mapping: ImportMapping;
  rows: RawRow[];
}

/** All of an import but its list and what an undo would meet. */
export interface ListedImport {
  id: string;
  kind: ImportKindName;
  fileName: string;
  status: ImportStatus;
  rowCount: number;
  badRowCount: number;
  skipBadRows: boolean | null;
  jobId: string | null;
  result: ImportResult | null;
  createdByName: string;
  createdAt: Date;
  committedAt: Date | null;
  undoJobId: string | null;
  undoneAt: Date | null;
  undoResult: UndoResult | null;
  version: number;
}

export interface ImportBatch extends ListedImport {
  /** How many records an undo has still to look at. */
  undoable: number;
}

export interface KnownMapping {
  headings: string[];
  mapping: ImportMapping;
  takenFrom: NonNullable<ImportMapping['takenFrom']>;
}

/** Each is a whole list to open: no more than the sources that one person feeds in turn. */
const MAPPINGS_KEPT = 3;

/** Whatever somebody's spreadsheet holds. */
const importRows = encryptedColumn('import_batch', 'rows');
const importSource = encryptedColumn('import_batch', 'source');

const COLUMNS = `b.id, b.kind, b.file_name as "fileName", b.status, b.row_count as "rowCount", b.bad_row_count as "badRowCount",
  b.skip_bad_rows as "skipBadRows", b.job_id as "jobId", b.result, p.name as "createdByName", b.created_at as "createdAt",
  b.committed_at as "committedAt", b.undo_job_id as "undoJobId", b.undone_at as "undoneAt", b.undo_result as "undoResult", b.version`;
/** A list may have made thousands of changes: not for a list of lists. */
const UNDOABLE = `(select count(*)::int from import_change c where c.organization_id = b.organization_id and c.import_id = b.id
    and c.undone is distinct from 'withdrawn' and c.undone is distinct from 'restored') as undoable`;
const JOINS = `join membership m on m.organization_id = b.organization_id and m.id = b.created_by join person p on p.id = m.person_id`;

/** `kind` null: a job that knows only the id. */
export async function readImport(
  tx: ReadTx,
  id: string,
  kind: ImportKindName | null,
): Promise<{ batch: ImportBatch; content: ImportContent }> {
  const [row] = await tx.query<ImportBatch & { rows: Buffer }>(
    `select ${COLUMNS}, ${UNDOABLE}, b.rows from import_batch b ${JOINS} where b.organization_id = $1 and b.id = $2 and ($3::text is null or b.kind = $3) and b.status <> 'discarded'`,
    [tx.organizationId, id, kind],
  );
  if (!row) throw notFound('import');
  const { rows, ...batch } = row;
  return { batch, content: JSON.parse(importRows.open(tx, id, rows)) as ImportContent };
}

/** All but the list itself. */
export async function readImportHead(
  tx: ReadTx,
  id: string,
  kind: ImportKindName | null,
): Promise<ImportBatch> {
  const [batch] = await tx.query<ImportBatch>(
    `select ${COLUMNS}, ${UNDOABLE} from import_batch b ${JOINS} where b.organization_id = $1 and b.id = $2 and ($3::text is null or b.kind = $3) and b.status <> 'discarded'`,
    [tx.organizationId, id, kind],
  );
  if (!batch) throw notFound('import');
  return batch;
}

/** The last lists that somebody brought, newest first; or those before one of them. */
export function recentImports(
  tx: ReadTx,
  kind: ImportKindName,
  { most = 20, before = null }: { most?: number; before?: string | null } = {},
): Promise<ListedImport[]> {
  return tx.query<ListedImport>(
    `select ${COLUMNS} from import_batch b ${JOINS} where b.organization_id = $1 and b.kind = $2 and b.status <> 'discarded'
       and ($3::uuid is null or b.id < $3) order by b.id desc limit ${most}`,
    [tx.organizationId, kind, before],
  );
}

export async function countImports(tx: ReadTx, kind: ImportKindName): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from import_batch where organization_id = $1 and kind = $2 and status <> 'discarded'`,
    [tx.organizationId, kind],
  );
  return row!.count;
}

/**
 * Of the last lists of this kind that were taken over and stand, newest first: what their headings meant.
 * `alsoWaiting`: of those too that nobody has taken over yet.
 */
export async function lastMappings(
  tx: ReadTx,
  kind: ImportKindName,
  { alsoWaiting }: { alsoWaiting: boolean },
): Promise<KnownMapping[]> {
  const statuses = alsoWaiting ? ['committed', 'previewed'] : ['committed'];
  const lists = await tx.query<{ id: string; fileName: string; createdAt: Date; rows: Buffer }>(
    `select b.id, b.file_name as "fileName", b.created_at as "createdAt", b.rows from import_batch b
     where b.organization_id = $1 and b.kind = $2 and b.status = any($3) order by b.id desc limit ${MAPPINGS_KEPT}`,
    [tx.organizationId, kind, statuses],
  );
  return lists.map(({ id, fileName, createdAt, rows }) => {
    const { headings, mapping } = JSON.parse(importRows.open(tx, id, rows)) as ImportContent;
    return { headings, mapping, takenFrom: { fileName, at: createdAt.toISOString() } };
  });
}

/** The workbook that the list was read from, as long as another of its sheets can be chosen. */
export async function readSource(tx: ReadTx, id: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ source: Buffer | null }>(
    'select source from import_batch where organization_id = $1 and id = $2',
    [tx.organizationId, id],
  );
  const source = importSource.openOrNull(tx, id, row?.source ?? null);
  return source === null ? null : Buffer.from(source, 'base64');
}

/** The status behind a lock: of two who want to change it, one waits and then sees what the other did. */
export async function lockImport(
  tx: WriteTx,
  id: string,
  kind: ImportKindName | null,
): Promise<ImportStatus> {
  const [row] = await tx.query<{ status: ImportStatus }>(
    'select status from import_batch where organization_id = $1 and id = $2 and ($3::text is null or kind = $3) for update',
    [tx.organizationId, id, kind],
  );
  if (!row || row.status === 'discarded') throw notFound('import');
  return row.status;
}

interface NewImport {
  id: string;
  kind: ImportKindName;
  memberId: string;
  fileName: string;
  content: ImportContent;
  badRowCount: number;
  /** The workbook as it came, where another of its sheets can be chosen. */
  source: Buffer | null;
}

export async function addImport(
  tx: WriteTx,
  { id, kind, memberId, fileName, content, badRowCount, source }: NewImport,
): Promise<void> {
  await tx.manager.insert(ImportBatchRecord, {
    organizationId: tx.organizationId,
    id,
    kind,
    fileName,
    status: 'previewed',
    rows: importRows.seal(tx, id, JSON.stringify(content)),
    source: importSource.sealOrNull(tx, id, source?.toString('base64')),
    rowCount: content.rows.length,
    badRowCount,
    createdBy: memberId,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  });
}

export interface ImportChange {
  rowCount?: number;
  /** Nothing else is ever said of it: what was settled needs no other sheet. */
  source?: null;
  content?: ImportContent;
  status?: ImportStatus;
  badRowCount?: number;
  skipBadRows?: boolean;
  jobId?: string | null;
  result?: ImportResult;
  committedAt?: Date;
  undoJobId?: string;
  undoneAt?: Date;
  undoResult?: UndoResult;
}

export function saveImport(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  { content, ...change }: ImportChange,
): Promise<number> {
  const sealed = content ? { rows: importRows.seal(tx, id, JSON.stringify(content)) } : {};
  return saveVersion(
    tx,
    ImportBatchRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    { ...change, ...sealed },
    'import',
  );
}
