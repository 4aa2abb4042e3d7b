import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ObligationKind } from '../domain/obligation.js';

export interface MemberObligation {
  id: string;
  kind: ObligationKind;
  title: string;
  dueOn: CalendarDate;
  citation: string;
  subjectType: string;
  subjectId: string;
  ownerName: string | null;
  /** Nobody who can see to it owns it. */
  unowned: boolean;
}

/** What is due until a day for a member, and, where asked for, what is due and has no active owner. Soonest first. */
export function obligationsOfMember(
  tx: ReadTx,
  {
    memberId,
    withUnowned,
    until,
    limit,
  }: { memberId: string; withUnowned: boolean; until: CalendarDate; limit: number },
): Promise<MemberObligation[]> {
  return tx.query<MemberObligation>(
    `select o.id, o.kind, o.title, to_char(o.due_on, 'YYYY-MM-DD') as "dueOn", o.citation, o.subject_type as "subjectType",
            o.subject_id as "subjectId", p.name as "ownerName", coalesce(m.active, false) = false as unowned
     from obligation o
     left join membership m on m.organization_id = o.organization_id and m.id = o.owner_id
     left join person p on p.id = m.person_id
     where o.organization_id = $1 and o.status = 'open' and o.due_on <= $3
       and (o.owner_id = $2 or ($4 and coalesce(m.active, false) = false))
     order by o.due_on, o.id limit $5`,
    [tx.organizationId, memberId, until, withUnowned, limit],
  );
}
