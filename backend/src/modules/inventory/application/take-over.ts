import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { JudgedRow } from '../domain/import/import-subject.js';
import type { ImportResult } from '../persistence/import-batch.record.js';
import { addChanged, addCreated, type RecordChange } from '../persistence/import-changes.js';
import type { RecordNews } from './followers.js';
import type { Advance, ImportKindParts } from './import-kind.js';
import { countBad, refuseBadRows } from './refuse-bad-rows.js';

/** Few enough for one statement, enough for speed. */
const BATCH = 400;

interface JudgedList<Facts> {
  importId: string;
  judged: JudgedRow<Facts>[];
  skipBadRows: boolean;
  complete: (rows: readonly Partial<Facts>[]) => Facts[];
  advance: Advance;
}

/** Makes and changes what the rows say, and keeps of each record what an undo needs. */
export async function takeOver<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
  tx: WriteTx,
  list: JudgedList<Facts>,
): Promise<ImportResult> {
  const { judged, skipBadRows } = list;
  const skipped = countBad(judged);
  refuseBadRows(parts.target, judged.length, skipped, skipBadRows);
  const news: RecordNews<Facts>[] = [];
  const created = await create(parts, tx, list, news);
  const changed = await change(parts, tx, list, created, news);
  await parts.tell(tx, news);
  return { created, changed, unchanged: judged.length - skipped - created - changed, skipped };
}

async function create<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
  tx: WriteTx,
  { importId, judged, complete, advance }: JudgedList<Facts>,
  news: RecordNews<Facts>[],
): Promise<number> {
  const rows = judged.filter((row) => row.outcome === 'create').map(({ facts }) => facts);
  if (rows.length === 0) return 0;
  const whole = complete(rows);
  for (let start = 0; start < whole.length; start += BATCH) {
    const made = whole.slice(start, start + BATCH).map((facts) => ({ id: newId(), facts }));
    await parts.insert(tx, made);
    const changes = made.map(({ id, facts }) => changeOf(parts, id, facts, 1));
    await addCreated(tx, importId, changes);
    for (const { id, facts } of made)
      tx.audit.record(entryOf(parts, id, importId, parts.made(facts, importId)));
    news.push(...made.map(({ id, facts }) => ({ id, before: null, after: facts })));
    await advance(start + made.length);
  }
  return whole.length;
}

async function change<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
  tx: WriteTx,
  { importId, judged, advance }: JudgedList<Facts>,
  done: number,
  news: RecordNews<Facts>[],
): Promise<number> {
  const before: RecordChange[] = [];
  for (const { outcome, record, facts } of judged) {
    if (outcome !== 'change' || !record) continue;
    const version = await parts.save(tx, record.id, record.version, record.facts, facts);
    const after = { ...record.facts, ...facts };
    before.push(changeOf(parts, record.id, record.facts, version));
    news.push({ id: record.id, before: record.facts, after });
    const event = parts.changed(record.facts, after, importId, false);
    tx.audit.record(entryOf(parts, record.id, importId, event));
    await advance(done + before.length);
  }
  for (let start = 0; start < before.length; start += BATCH)
    await addChanged(tx, importId, before.slice(start, start + BATCH));
  return before.length;
}

function changeOf<Facts extends { name: string }, World>(
  { subject }: ImportKindParts<Facts, World>,
  subjectId: string,
  facts: Facts,
  version: number,
): RecordChange {
  return { subjectId, tag: String(facts[subject.key]), facts, version };
}

/** What the log says of one record of an import. */
export function entryOf<Facts extends { name: string }, World>(
  { records, target }: ImportKindParts<Facts, World>,
  id: string,
  importId: string,
  event: ReturnType<ImportKindParts<Facts, World>['withdrawn']>,
) {
  return {
    ...event,
    target: { type: records.table === 'asset' ? 'asset' : 'data-flow', id },
    parent: { type: target, id: importId },
  };
}
