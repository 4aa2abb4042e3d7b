import { namedMember } from '../../../platform/identity/member-names.js';
import { daysBetween, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { DutyView } from '../incident.schemas.js';
import type { DutyChange, DutyRow } from '../persistence/duty-rows.js';
import type { SendingRow } from '../persistence/sending-rows.js';

interface Around {
  changes: readonly (DutyChange & { changedAt: Date })[];
  sendings: readonly SendingRow[];
  names: ReadonlyMap<string, string>;
  today: CalendarDate;
}

export function dutyView(duty: DutyRow, { changes, sendings, names, today }: Around): DutyView {
  return {
    id: typedId('breachDuty', duty.id),
    kind: duty.kind,
    byName: duty.byName,
    toName: duty.toName,
    jurisdiction: duty.jurisdiction || null,
    dueOn: duty.dueOn,
    earliestOn: duty.earliestOn,
    ifSuspended: duty.ifSuspended,
    citation: duty.citation,
    arithmetic: duty.arithmetic,
    provisional: duty.provisional,
    interpretation: duty.interpretation,
    ruleVersion: duty.ruleVersion,
    status: duty.status,
    metOn: duty.metOn,
    daysLeft: duty.status === 'open' ? daysBetween(today, duty.dueOn) : null,
    sendings: sendings
      .filter(({ dutyId }) => dutyId === duty.id)
      .map(({ id, sentOn, method, recipients, note, completes, recordedBy, recordedAt }) => ({
        id: typedId('noticeSending', id),
        sentOn,
        method,
        recipients,
        note,
        completes,
        recordedBy: namedMember(names, recordedBy)!,
        recordedAt: recordedAt.toISOString(),
      })),
    changes: changes
      .filter(({ dutyId }) => dutyId === duty.id)
      .map(({ dutyId: _duty, changedBy, changedAt, ...change }) => ({
        ...change,
        changedBy: namedMember(names, changedBy),
        changedAt: changedAt.toISOString(),
      })),
  };
}
