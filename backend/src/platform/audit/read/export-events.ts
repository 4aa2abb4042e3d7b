import { Injectable } from '@nestjs/common';
import { currentContext, runInContext } from '../../context/request-context.js';
import { TenantDb } from '../../database/tenant-db.js';
import { takenOut } from '../../documents/table/export-purpose.js';
import { withinRequest } from '../../documents/table/rows-of-pages.js';
import type { CodeWords, TableColumn, TableFormat } from '../../documents/table/table-column.js';
import { tableFile, type TableFile } from '../../documents/table/table-file.js';
import { fieldWords } from '../../messages/en-audit-fields.js';
import { codeWords } from '../../messages/en-codes.js';
import { typedId, typedIdOrNull } from '../../kernel/typed-id.js';
import type { AuditFilter } from '../audit.schemas.js';
import { recordId } from '../record-types.js';
import { conditionsOf } from './event-filter.js';
import { countEvents, readEvents, type EventRow, type NamedRows, type Range } from './event-rows.js';
import { filterWords } from './filter-words.js';
import { labelOf, type Labels } from './record-labels.js';

const ROWS_A_READ = 1_000;

export interface ExportStarted {
  fileName: string;
  rows: number;
}

/** Takes the log out. Who does is recorded before the first byte leaves. */
@Injectable()
export class ExportEvents {
  constructor(private readonly db: TenantDb) {}

  async begin(format: TableFormat | 'pdf', filter: AuditFilter, volume?: number): Promise<ExportStarted> {
    return this.db.write(async (tx) => {
      const rows = await countEvents(tx, conditionsOf(tx.organizationId, filter, currentContext().timeZone));
      tx.audit.record({
        action: 'audit.exported',
        target: { type: 'audit-log', id: null },
        detail: { ...takenOut(format), rows, ...(volume ? { volume } : {}), filter: filterWords(filter) },
      });
      return { fileName: `audit-log-${tx.today}${volume ? `-volume-${volume}` : ''}.${format}`, rows };
    });
  }

  /** The view's rows as a file, newest first. */
  async table(format: TableFormat, filter: AuditFilter): Promise<TableFile> {
    const { fileName } = await this.begin(format, filter);
    const pages = this.rows(filter, { direction: 'newest-first', limit: Infinity });
    return tableFile(format, {
      name: fileName.slice(0, -`.${format}`.length),
      columns: COLUMNS,
      batches: withinRequest(cellsOfPages(pages)),
    });
  }

  /** Rows page by page. No transaction stays open between pages: who downloads slowly holds nothing. */
  async *rows(filter: AuditFilter, range: Range): AsyncGenerator<NamedRows> {
    // The reader of a stream is woken by its socket, outside the request's context.
    const context = currentContext();
    let { behind, offset = 0 } = range;
    for (let left = range.limit; left > 0;) {
      const limit = Math.min(ROWS_A_READ, left);
      const page = await runInContext(context, () =>
        this.db.read((tx) =>
          readEvents(tx, conditionsOf(tx.organizationId, filter, context.timeZone), {
            direction: range.direction,
            behind,
            offset,
            limit,
          }),
        ),
      );
      if (page.rows.length > 0) yield page;
      if (page.rows.length < limit) return;
      behind = page.rows.at(-1)!.id;
      offset = 0;
      left -= limit;
    }
  }
}

const HEADINGS = [
  ['position', 'Position'],
  ['at', 'Time (UTC)'],
  ['id', 'Event'],
  ['actorType', 'Actor type'],
  ['actorId', 'Actor'],
  ['actorName', 'Actor name'],
  ['session', 'Session'],
  ['action', 'What happened'],
  ['recordType', 'Record type'],
  ['recordId', 'Record'],
  ['recordName', 'Record name'],
  ['partOfType', 'Part of type'],
  ['partOfId', 'Part of'],
  ['partOfName', 'Part of name'],
  ['outcome', 'Outcome'],
  ['reason', 'Reason'],
  ['request', 'Request'],
  ['address', 'Address'],
  ['changedFields', 'Changed fields'],
  ['detail', 'Detail'],
] as const;
type Key = (typeof HEADINGS)[number][0];

/** Reasons and details keep their codes: they are what programs and support ask for. */
const WORDS: Partial<Record<Key, CodeWords>> = {
  actorType: codeWords.auditActor,
  action: codeWords.auditAction,
  recordType: codeWords.recordType,
  partOfType: codeWords.recordType,
  outcome: codeWords.auditOutcome,
};

const COLUMNS: readonly TableColumn<string[]>[] = HEADINGS.map(([key, heading], index) => ({
  key,
  heading,
  value: (cells) => cells[index]!,
  words: key === 'changedFields' ? (cells) => fieldsInWords(cells[index]!) : (WORDS[key] ?? {}),
}));

const fieldsInWords = (fields: string): CodeWords => ({
  [fields]: fields.split('; ').map(fieldWords).join('; '),
});

async function* cellsOfPages(pages: AsyncIterable<NamedRows>): AsyncGenerator<string[][]> {
  for await (const { rows, labels } of pages) yield rows.map((row) => cellsOf(row, labels));
}

function cellsOf(row: EventRow, labels: Labels): string[] {
  return [
    row.leaf_index === null ? '' : String(Number(row.leaf_index) + 1),
    row.at.toISOString(),
    typedId('auditEvent', row.id),
    row.actor_type,
    typedIdOrNull('member', row.actor_id) ?? '',
    row.actor_name ?? '',
    row.session_id ?? '',
    row.action,
    row.target_type,
    recordId(row.target_type, row.target_id) ?? '',
    labelOf(labels, row.target_id) ?? '',
    row.parent_type ?? '',
    row.parent_type ? (recordId(row.parent_type, row.parent_id) ?? '') : '',
    labelOf(labels, row.parent_id) ?? '',
    row.outcome,
    row.reason_code ?? '',
    row.request_id ?? '',
    row.ip ?? '',
    row.changed_fields.join('; '),
    Object.keys(row.detail).length > 0 ? JSON.stringify(row.detail) : '',
  ];
}
