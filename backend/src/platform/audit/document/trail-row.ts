import type { Column } from '../../documents/pdf/table.js';
import { bodyWidth, style } from '../../documents/pdf/pdf-look.js';
import type { Passage } from '../../documents/pdf/wrap-text.js';
import { typedId, typedIdOrNull } from '../../kernel/typed-id.js';
import { auditTrailWords as words } from '../../messages/en-audit.js';
import type { EventRow } from '../read/event-rows.js';
import { labelOf, type Labels } from '../read/record-labels.js';
import { recordId } from '../record-types.js';

const WIDTHS = { time: 64, who: 138, what: 172, record: 146, result: 54 };
const fixed = Object.values(WIDTHS).reduce((sum, width) => sum + width, 0);

export const TRAIL_COLUMNS: readonly Column[] = [
  { title: words.columns.time, width: WIDTHS.time },
  { title: words.columns.who, width: WIDTHS.who },
  { title: words.columns.what, width: WIDTHS.what },
  { title: words.columns.record, width: WIDTHS.record },
  { title: words.columns.result, width: WIDTHS.result },
  { title: words.columns.trace, width: bodyWidth - fixed },
];

/** Everything that a row of the log holds, by column. */
export function trailCells(row: EventRow, labels: Labels, time: string): Passage[][] {
  return [when(row, time), who(row), what(row), record(row, labels), result(row), trace(row)].map((cell) =>
    cell.filter(({ text }) => text !== ''),
  );
}

const cell = (text: string): Passage => ({ text, style: style.cell });
const strong = (text: string): Passage => ({ text, style: style.cellStrong });
const note = (text: string): Passage => ({ text, style: style.note });
const code = (text: string | null): Passage => ({ text: text ?? '', style: style.code });

function when(row: EventRow, time: string): Passage[] {
  return [
    cell(time),
    note(row.leaf_index === null ? words.waiting : words.number(numbers.format(Number(row.leaf_index) + 1))),
  ];
}
const numbers = new Intl.NumberFormat('en-US');

function who(row: EventRow): Passage[] {
  const name = row.actor_name ?? (row.actor_type === 'system' ? words.system : words.anonymous);
  return [
    strong(name),
    note(row.actor_type === 'system' ? (row.actor_id ? words.askedFor : words.automatic) : ''),
    code(typedIdOrNull('member', row.actor_id)),
    code(row.session_id ? `ses_${row.session_id.replaceAll('-', '')}` : ''),
  ];
}

function what(row: EventRow): Passage[] {
  return [
    strong(inWords(row.action.replace('.', ' '))),
    code(row.action),
    note(row.changed_fields.length > 0 ? words.changed(row.changed_fields.join(', ')) : ''),
    note(
      Object.entries(row.detail)
        .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('; '),
    ),
  ];
}

function record(row: EventRow, labels: Labels): Passage[] {
  const label = labelOf(labels, row.target_id);
  const kind = inWords(row.target_type);
  const parent = row.parent_type ? (labelOf(labels, row.parent_id) ?? inWords(row.parent_type)) : null;
  return [
    cell(label ?? kind),
    note(label ? kind : ''),
    code(recordId(row.target_type, row.target_id)),
    note(parent ? words.partOf(parent) : ''),
    code(row.parent_type ? recordId(row.parent_type, row.parent_id) : ''),
  ];
}

function result(row: EventRow): Passage[] {
  return [
    { text: words.outcomes[row.outcome], style: row.outcome === 'ok' ? style.cell : style.cellBad },
    code(row.reason_code),
  ];
}

function trace(row: EventRow): Passage[] {
  return [
    code(typedId('auditEvent', row.id)),
    code(row.request_id),
    note(row.ip ? words.address(row.ip) : ''),
  ];
}

/** `asset-import` as it is said. */
export function inWords(name: string): string {
  const text = name.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
