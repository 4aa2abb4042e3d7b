import type { ReadTx } from '../../database/tenant-db.js';
import { typedId, typedIdOrNull } from '../../kernel/typed-id.js';
import type { AuditEventView } from '../audit.schemas.js';
import { recordId } from '../record-types.js';
import type { Conditions } from './event-filter.js';
import { labelOf, readLabels, type Labels } from './record-labels.js';

/** A row of the log as it is shown and exported. */
export interface EventRow {
  id: string;
  at: Date;
  actor_type: AuditEventView['actor']['type'];
  actor_id: string | null;
  actor_name: string | null;
  session_id: string | null;
  action: string;
  target_type: string;
  target_id: string | null;
  parent_type: string | null;
  parent_id: string | null;
  outcome: AuditEventView['outcome'];
  reason_code: string | null;
  request_id: string | null;
  ip: string | null;
  changed_fields: string[];
  detail: Record<string, unknown>;
  leaf_index: string | null;
}

const COLUMNS = `e.id, e.at, e.actor_type, e.actor_id, e.actor_name, e.session_id, e.action, e.target_type, e.target_id,
  e.parent_type, e.parent_id, e.outcome, e.reason_code, e.request_id, e.ip, e.changed_fields, e.detail,
  (select l.leaf_index from audit.leaf l where l.organization_id = e.organization_id and l.event_id = e.id) as leaf_index`;

export interface Range {
  direction: 'newest-first' | 'oldest-first';
  /** The last row that was read before. */
  behind?: string | undefined;
  offset?: number;
  limit: number;
}

export interface NamedRows {
  rows: EventRow[];
  labels: Labels;
}

/** Rows in the order of their ids, which is the order of their times; and what the records in them are called. */
export async function readEvents(
  tx: ReadTx,
  { where, params }: Conditions,
  range: Range,
): Promise<NamedRows> {
  const [order, compare] = range.direction === 'newest-first' ? ['desc', '<'] : ['asc', '>'];
  const behind = range.behind ? `and e.id ${compare} $${params.length + 1}::uuid` : '';
  const rows = await tx.query<EventRow>(
    `select ${COLUMNS} from audit.event e where ${where} ${behind} order by e.id ${order} offset ${range.offset ?? 0} limit ${range.limit}`,
    range.behind ? [...params, range.behind] : params,
  );
  return { rows, labels: await readLabels(tx, rows) };
}

/** How many there are, counted up to a cap where there is one. */
export async function countEvents(tx: ReadTx, { where, params }: Conditions, cap?: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from audit.event e where ${where} ${cap ? `limit ${cap}` : ''}) as counted`,
    params,
  );
  return row!.count;
}

export function viewOf(row: EventRow, labels: Labels): AuditEventView {
  return {
    id: typedId('auditEvent', row.id),
    position: row.leaf_index === null ? null : Number(row.leaf_index) + 1,
    at: row.at.toISOString(),
    actor: { type: row.actor_type, id: typedIdOrNull('member', row.actor_id), name: row.actor_name },
    action: row.action,
    target: {
      type: row.target_type,
      id: recordId(row.target_type, row.target_id),
      label: labelOf(labels, row.target_id),
    },
    parent: row.parent_type
      ? {
          type: row.parent_type,
          id: recordId(row.parent_type, row.parent_id),
          label: labelOf(labels, row.parent_id),
        }
      : null,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    requestId: row.request_id,
    ip: row.ip,
    changedFields: row.changed_fields,
    detail: row.detail,
  };
}
