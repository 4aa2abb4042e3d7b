import type { AuditEntry } from '../../../platform/audit/event-types.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { readChosen, refusedChoices } from '../domain/import/chosen-values.js';
import type { ImportSubject, JudgedRow } from '../domain/import/import-subject.js';
import { judgeRows } from '../domain/import/judge-rows.js';
import type { KeptReason } from '../domain/import/undo.js';
import type { HeadingMatcher } from '../domain/import/match-headings.js';
import type { ImportKindName, ImportResult, UndoResult } from '../persistence/import-batch.record.js';
import type { ImportContent } from '../persistence/import-batch.repository.js';
import type { ImportedRecords } from '../persistence/import-changes.js';
import type { RecordNews } from './followers.js';
import type { ListRules } from './list-limits.js';
import { takeBack } from './take-back.js';
import { takeOver } from './take-over.js';
import { undoingsOf, type PlannedUndoing } from './undoings.js';

/** The type of an import in the audit log, and the first word of the codes of its refusals. */
export type ImportTarget = 'asset-import' | 'data-flow-import';

/** How many records are done. */
export type Advance = (done: number) => Promise<void>;

/** What a list is of, and how what it says is kept. */
export interface ImportKindParts<Facts extends { name: string }, World> {
  name: ImportKindName;
  target: ImportTarget;
  subject: ImportSubject<Facts, World>;
  headings: HeadingMatcher;
  rules: ListRules;
  /** Rows that show what fits, for the template. */
  examples: readonly Partial<Record<string, string>>[];
  records: ImportedRecords & { idKind: 'asset' | 'dataFlow' };
  world: (tx: ReadTx, content: ImportContent, options: { forUpdate: boolean }) => Promise<World>;
  /** Completes the rows that make a record, each with its key. Until the commit nobody else gets a new key. */
  openKeys: (tx: WriteTx) => Promise<(rows: readonly Partial<Facts>[]) => Facts[]>;
  insert: (tx: WriteTx, made: readonly { id: string; facts: Facts }[]) => Promise<void>;
  /** Answers with the new version. */
  save: (tx: WriteTx, id: string, version: number, before: Facts, changes: Partial<Facts>) => Promise<number>;
  /** For those who go by the records, once all of the list is written. */
  tell: (tx: WriteTx, news: readonly RecordNews<Facts>[]) => Promise<void>;
  load: (tx: WriteTx, ids: readonly string[]) => Promise<Map<string, Facts>>;
  /** Of records as they were before the import, by their ids why some cannot be so again. */
  keptAsTheyAre: (
    tx: ReadTx,
    before: readonly { id: string; facts: Facts }[],
    options: { forUpdate: boolean },
  ) => Promise<ReadonlyMap<string, KeptReason>>;
  /** What the audit log says of a record that came, changed, or left with an import. */
  made: (facts: Facts, importId: string) => ImportEvent;
  changed: (before: Facts, after: Facts, importId: string, undo: boolean) => ImportEvent;
  withdrawn: (importId: string) => ImportEvent;
}

export type ImportEvent = Pick<AuditEntry, 'action' | 'detail' | 'changes'>;

/** A kind of list, for those who need not know of what. */
export interface ImportKind extends Pick<
  ImportKindParts<never, never>,
  'name' | 'target' | 'headings' | 'rules' | 'examples' | 'records'
> {
  columns: ImportSubject<object, never>['columns'];
  required: readonly string[];
  /** The field that tells records apart: no value is the same in every row. */
  key: string;
  /** The fields whose empty cells one value may fill. */
  fillsEmpty: readonly string[];
  /** Of the values for the whole list those that cannot be taken, and why. */
  refusedChoices: (tx: ReadTx, content: ImportContent) => Promise<{ field: string; reason: string }[]>;
  judge: (tx: ReadTx, content: ImportContent) => Promise<JudgedRow[]>;
  /** Refuses with its own code. */
  takeOver: (
    tx: WriteTx,
    importId: string,
    content: ImportContent,
    skipBadRows: boolean,
    advance: Advance,
  ) => Promise<ImportResult>;
  /** What `takeBack` would do now. */
  undoings: (tx: ReadTx, importId: string) => Promise<PlannedUndoing[]>;
  takeBack: (tx: WriteTx, importId: string, advance: Advance) => Promise<UndoResult>;
}

export function importKind<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
): ImportKind {
  const { name, target, headings, rules, examples, records, subject } = parts;
  const judge = async (tx: ReadTx, content: ImportContent, forUpdate: boolean) =>
    judgeRows(
      subject,
      content.rows,
      content.mapping,
      content.headings.length,
      await parts.world(tx, content, { forUpdate }),
    );
  return {
    name,
    target,
    headings,
    rules,
    examples,
    records,
    columns: subject.columns,
    required: subject.required,
    key: subject.key,
    fillsEmpty: Object.keys(subject.fillsEmpty),
    refusedChoices: async (tx, content) =>
      refusedChoices(
        readChosen(subject, content.mapping, await parts.world(tx, content, { forUpdate: false })),
      ),
    judge: (tx, content) => judge(tx, content, false),
    takeOver: async (tx, importId, content, skipBadRows, advance) => {
      // Held before the rows are judged: what they say of keys stays true.
      const complete = await parts.openKeys(tx);
      const judged = await judge(tx, content, true);
      return takeOver(parts, tx, { importId, judged, skipBadRows, complete, advance });
    },
    undoings: (tx, importId) => undoingsOf(parts, tx, importId, {}),
    takeBack: (tx, importId, advance) => takeBack(parts, tx, importId, advance),
  };
}
