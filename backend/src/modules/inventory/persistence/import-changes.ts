import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { ImportedRecord, KeptReason } from '../domain/import/undo.js';
import type { RecordUse } from '../record-uses.js';
import { ImportChangeRecord } from './import-change.record.js';

/** The whole record, its notes too. */
const changeFacts = encryptedColumn('import_change', 'facts');

export interface RecordChange {
  subjectId: string;
  /** What people know it by: an asset by its tag, a flow by its code. */
  tag: string;
  facts: { name: string };
  version: number;
}

/** Where the records of a kind of list are kept, and where they are spoken of. */
export interface ImportedRecords {
  table: 'asset' | 'data_flow';
  uses: () => readonly RecordUse[];
}

export async function addCreated(
  tx: WriteTx,
  importId: string,
  made: readonly RecordChange[],
): Promise<void> {
  await tx.manager.insert(
    ImportChangeRecord,
    made.map((change) => rowOf(tx, importId, 'created', change, null)),
  );
}

/** With what each record was before. */
export async function addChanged(
  tx: WriteTx,
  importId: string,
  changed: readonly RecordChange[],
): Promise<void> {
  if (changed.length === 0) return;
  await tx.manager.insert(
    ImportChangeRecord,
    changed.map((change) => rowOf(tx, importId, 'changed', change, change.facts)),
  );
}

function rowOf(
  tx: WriteTx,
  importId: string,
  kind: 'created' | 'changed',
  { subjectId, tag, facts: { name }, version }: RecordChange,
  before: object | null,
) {
  const id = newId();
  return {
    organizationId: tx.organizationId,
    id,
    importId,
    subjectId,
    subjectName: name,
    subjectTag: tag,
    kind,
    version,
    facts: before && changeFacts.seal(tx, id, JSON.stringify(before)),
    undone: null,
    keptBecause: null,
    createdAt: tx.now,
  };
}

export interface ImportChange extends ImportedRecord {
  id: string;
  subjectId: string;
  subjectName: string;
  subjectTag: string;
  facts: Buffer | null;
}

/** What an undo has still to look at, in the order of the records. */
export async function changesToUndo(
  tx: ReadTx,
  { table, uses }: ImportedRecords,
  importId: string,
  { behind = null as string | null, limit = null as number | null },
): Promise<ImportChange[]> {
  const rows = await tx.query<Omit<ImportChange, 'isUsed' | 'isAssessed'>>(
    `select c.id, c.subject_id as "subjectId", c.subject_name as "subjectName", c.subject_tag as "subjectTag", c.kind, c.version,
       c.facts, a.version as "versionNow"
     from import_change c left join ${table} a on a.organization_id = c.organization_id and a.id = c.subject_id
     where c.organization_id = $1 and c.import_id = $2 and c.undone is distinct from 'withdrawn'
       and c.undone is distinct from 'restored' and ($3::uuid is null or c.subject_id > $3)
     order by c.subject_id limit $4`,
    [tx.organizationId, importId, behind, limit],
  );
  const made = rows.filter(({ kind }) => kind === 'created').map(({ subjectId }) => subjectId);
  const [used, assessed] = [
    await spokenOf(tx, uses(), 'in-use', made),
    await spokenOf(tx, uses(), 'assessed', made),
  ];
  return rows.map((row) => ({
    ...row,
    isUsed: used.has(row.subjectId),
    isAssessed: assessed.has(row.subjectId),
  }));
}

async function spokenOf(
  tx: ReadTx,
  uses: readonly RecordUse[],
  because: RecordUse['because'],
  ids: string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  if (ids.length === 0) return found;
  for (const use of uses) {
    if (use.because !== because) continue;
    for (const { id } of await tx.query<{ id: string }>(use.sql, [tx.organizationId, ids])) found.add(id);
  }
  return found;
}

export function factsBefore<Facts>(tx: ReadTx, { id, facts }: ImportChange): Facts {
  if (!facts) throw new Error('what a record was before was not kept');
  return JSON.parse(changeFacts.open(tx, id, facts)) as Facts;
}

/** Locked one after the other in one order, so that two who lock never wait for each other. */
export async function lockRecordsOf(
  tx: WriteTx,
  { table }: ImportedRecords,
  importId: string,
): Promise<void> {
  await tx.query(
    `select a.id from ${table} a join import_change c on c.organization_id = a.organization_id and c.subject_id = a.id
     where c.organization_id = $1 and c.import_id = $2 order by a.id for update of a`,
    [tx.organizationId, importId],
  );
}

/** Takes records out of the inventory; what they were stays here. */
export async function withdraw(
  tx: WriteTx,
  { table }: ImportedRecords,
  taken: readonly { change: ImportChange; facts: object }[],
): Promise<void> {
  await tx.query(
    `update import_change c set undone = 'withdrawn', kept_because = null, facts = w.facts
     from (select unnest($2::uuid[]) as id, unnest($3::bytea[]) as facts) w
     where c.organization_id = $1 and c.id = w.id`,
    [
      tx.organizationId,
      taken.map(({ change }) => change.id),
      taken.map(({ change, facts }) => changeFacts.seal(tx, change.id, JSON.stringify(facts))),
    ],
  );
  await tx.query(`delete from ${table} where organization_id = $1 and id = any ($2)`, [
    tx.organizationId,
    taken.map(({ change }) => change.subjectId),
  ]);
}

/** An earlier import that left the record as it is again can be undone as if nothing had been in between. */
export async function markRestored(tx: WriteTx, change: ImportChange, version: number): Promise<void> {
  await tx.query(
    `update import_change set undone = 'restored', kept_because = null where organization_id = $1 and id = $2`,
    [tx.organizationId, change.id],
  );
  await tx.query(
    `update import_change set version = $4 where organization_id = $1 and subject_id = $2 and version = $3 and id <> $5`,
    [tx.organizationId, change.subjectId, change.version - 1, version, change.id],
  );
}

export async function markKept(
  tx: WriteTx,
  kept: readonly { change: ImportChange; because: KeptReason }[],
): Promise<void> {
  if (kept.length === 0) return;
  await tx.query(
    `update import_change c set undone = 'kept', kept_because = k.because
     from (select unnest($2::uuid[]) as id, unnest($3::text[]) as because) k
     where c.organization_id = $1 and c.id = k.id`,
    [tx.organizationId, kept.map(({ change }) => change.id), kept.map(({ because }) => because)],
  );
}
