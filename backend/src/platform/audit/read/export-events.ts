import { Injectable } from '@nestjs/common';
import { currentContext, runInContext } from '../../context/request-context.js';
import { TenantDb } from '../../database/tenant-db.js';
import { BYTE_ORDER_MARK, csvLines } from '../../documents/csv/csv-lines.js';
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

  async begin(format: 'csv' | 'pdf', filter: AuditFilter, volume?: number): Promise<ExportStarted> {
    return this.db.write(async (tx) => {
      const rows = await countEvents(tx, conditionsOf(tx.organizationId, filter, currentContext().timeZone));
      tx.audit.record({
        action: 'audit.exported',
        target: { type: 'audit-log', id: null },
        detail: { format, rows, ...(volume ? { volume } : {}), filter: filterWords(filter) },
      });
      return { fileName: `audit-log-${tx.today}${volume ? `-volume-${volume}` : ''}.${format}`, rows };
    });
  }

  /** The view's rows as CSV, newest first. */
  async *csv(filter: AuditFilter): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLines([HEADINGS]);
    for await (const { rows, labels } of this.rows(filter, { direction: 'newest-first', limit: Infinity })) {
      yield csvLines(rows.map((row) => cellsOf(row, labels)));
    }
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
  'Position',
  'Time (UTC)',
  'Event',
  'Actor type',
  'Actor',
  'Actor name',
  'Session',
  'Action',
  'Record type',
  'Record',
  'Record name',
  'Part of type',
  'Part of',
  'Part of name',
  'Outcome',
  'Reason',
  'Request',
  'Address',
  'Changed fields',
  'Detail',
];

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
