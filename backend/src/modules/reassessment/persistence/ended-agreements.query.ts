import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

export interface EndedAgreement {
  vendorId: string;
  name: string;
  endsOn: CalendarDate;
}

/**
 * Agreements of vendors we work with whose last day lies behind, and on a day before did not: that of the hand-in, when
 * people looked. Only those that are not noted yet.
 */
export function endedAgreements(tx: ReadTx, since: CalendarDate, limit: number): Promise<EndedAgreement[]> {
  return tx.query<EndedAgreement>(
    `select v.id as "vendorId", v.name, v.agreement_ends_on::text as "endsOn" from vendor v
     where v.organization_id = $1 and v.active and v.agreement_status = 'signed' and v.agreement_ends_on < $2::date
       and v.agreement_ends_on >= $3::date
       and not exists (select 1 from environment_change c where c.organization_id = v.organization_id
         and c.source_key = 'agreement-ended|' || v.id || '|' || v.agreement_ends_on)
     order by v.agreement_ends_on, v.id limit $4`,
    [tx.organizationId, tx.today, since, limit],
  );
}

/** Names one end of one agreement. */
export function sourceKeyOf({ vendorId, endsOn }: Pick<EndedAgreement, 'vendorId' | 'endsOn'>): string {
  return `agreement-ended|${vendorId}|${endsOn}`;
}
