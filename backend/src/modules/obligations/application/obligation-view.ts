import { appPage } from '../../../platform/http/app-page.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { en } from '../../../platform/messages/en.js';
import type { DetailRow, SummaryRow } from '../persistence/obligation-views.js';

/** An obligation as lists show it. */
export function summaryOf(row: SummaryRow, today: CalendarDate) {
  return {
    id: typedId('obligation', row.id),
    kind: row.kind,
    kindLabel: en.obligations.kinds[row.kind],
    title: row.title,
    dueOn: row.due_on,
    status: row.status,
    isOverdue: row.status === 'open' && row.due_on < today,
    citation: row.citation,
    owner: personOf(row.owner_id, row.owner_name),
    subjectType: row.subject_type,
    href: appPage(row.subject_type, row.subject_id),
    metOn: row.met_on,
  };
}

/** With all that happened to it. */
export function detailOf(row: DetailRow, today: CalendarDate) {
  return {
    ...summaryOf(row, today),
    statusReason: row.status_reason,
    timeZone: row.time_zone,
    ruleVersion: row.rule_version,
    facts: row.facts,
    createdAt: row.created_at.toISOString(),
    changes: row.changes.map(({ changedById, changedByName, changedAt, ...change }) => ({
      ...change,
      changedBy: personOf(changedById, changedByName),
      changedAt: new Date(changedAt).toISOString(),
    })),
    milestones: row.milestones.map((milestone) => ({
      ...milestone,
      remindAt: new Date(milestone.remindAt).toISOString(),
    })),
    version: row.version,
  };
}

function personOf(id: string | null, name: string | null) {
  return id ? { id: typedId('member', id), name: name ?? '' } : null;
}
