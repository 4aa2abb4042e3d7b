import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import {
  textsWithCodes,
  wordOf,
  type TableColumn,
  type TableFormat,
} from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords, valueWords } from '../../../platform/messages/en-codes.js';
import { en } from '../../../platform/messages/en.js';
import type { ChangeExportQuery, ChangeView } from '../reassessment.schemas.js';
import { pageOfChanges } from '../persistence/change-list.js';
import { Changes } from './changes.js';

/** What changed as a file, under the filters of the view. */
@Injectable()
export class ExportChanges {
  constructor(
    private readonly db: TenantDb,
    private readonly changes: Changes,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: ChangeExportQuery): Promise<TableFile> {
    const { sort, ...filter } = query;
    await this.db.write(async (tx) => {
      const { total, totalIsCapped } = await pageOfChanges(tx, filter, { sort, limit: 1, cursor: undefined });
      tx.audit.record({
        action: 'change.exported',
        target: { type: 'environment-change', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.changes.list({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'changes-since-analysis', columns: COLUMNS, batches });
  }
}

type Detail = ChangeView['details'][number];

function detailText({ field, from, to }: Detail): string {
  return `${field}: ${from.join(', ') || '—'} → ${to.join(', ') || '—'}`;
}

function detailWords({ field, from, to }: Detail): string {
  const read = (codes: readonly string[]) => codes.map((code) => wordOf(valueWords[field] ?? {}, code));
  return detailText({ field: wordOf(codeWords.changeField, field), from: read(from), to: read(to) });
}

const COLUMNS: readonly TableColumn<ChangeView>[] = [
  { key: 'happenedOn', heading: 'Happened on', value: ({ happenedOn }) => happenedOn },
  { key: 'kind', heading: 'Kind', value: ({ kind }) => kind, words: codeWords.changeKind },
  { key: 'subject', heading: 'What', value: ({ subject }) => subject.name },
  {
    key: 'details',
    heading: 'From → to',
    ...textsWithCodes(({ details }: ChangeView) => details, detailText, detailWords),
  },
  { key: 'description', heading: 'Description', value: ({ description }) => description },
  {
    key: 'origin',
    heading: 'Noticed or reported',
    value: ({ origin }) => origin,
    words: codeWords.changeOrigin,
  },
  { key: 'madeBy', heading: 'By', value: ({ madeBy }) => madeBy?.name ?? en.changes.bySystem },
  { key: 'recordedAt', heading: 'Recorded at', value: ({ recordedAt }) => recordedAt },
  { key: 'state', heading: 'State', value: ({ state }) => state, words: codeWords.changeState },
  {
    key: 'decision',
    heading: 'Decision',
    value: ({ decision }) => decision?.outcome ?? null,
    words: codeWords.changeDecision,
  },
  { key: 'reason', heading: 'Reason', value: ({ decision }) => decision?.reason ?? null },
  { key: 'decidedBy', heading: 'Decided by', value: ({ decision }) => decision?.decidedBy.name ?? null },
  { key: 'decidedAt', heading: 'Decided at', value: ({ decision }) => decision?.decidedAt ?? null },
  { key: 'takenInto', heading: 'Taken into', value: ({ decision }) => decision?.assessment?.title ?? null },
  { key: 'coveredBy', heading: 'Covered by', value: ({ coveredBy }) => coveredBy?.title ?? null },
  { key: 'coveredAt', heading: 'Covered at', value: ({ coveredAt }) => coveredAt },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
