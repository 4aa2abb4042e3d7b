import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ObligationKind, ObligationRef, Subject } from '../domain/obligation.js';

export interface OpenObligation {
  ref: ObligationRef;
  subjectId: string;
  dueOn: CalendarDate;
  title: string;
}

/** All that are open of one kind. */
export async function openObligationsOf(tx: ReadTx, kind: ObligationKind): Promise<OpenObligation[]> {
  const rows = await tx.query<{ type: Subject['type']; id: string; dueOn: CalendarDate; title: string }>(
    `select subject_type as type, subject_id as id, to_char(due_on, 'YYYY-MM-DD') as "dueOn", title
     from obligation where organization_id = $1 and kind = $2 and status = 'open' order by id`,
    [tx.organizationId, kind],
  );
  return rows.map(({ type, id, dueOn, title }) => ({
    ref: { kind, subject: { type, id } },
    subjectId: id,
    dueOn,
    title,
  }));
}
