import { en } from '../../../platform/messages/en.js';
import type { NewObligation, ObligationRef } from '../../obligations/index.js';
import type { DutyRow } from '../persistence/duty-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';

export function refOfDuty(dutyId: string): ObligationRef {
  return { kind: 'breach-notice.due', subject: { type: 'breach-duty', id: dutyId } };
}

/** A notice as something that is due: the outer limit, and never the target. */
export function dutyObligation(
  duty: DutyRow,
  { id, number, title }: IncidentRecord,
  ownerId: string | null,
): NewObligation {
  const what = en.incidents.duty[duty.kind];
  return {
    ...refOfDuty(duty.id),
    title: en.incidents.dutyTitle(duty.jurisdiction ? `${what} (${duty.jurisdiction})` : what, number, title),
    dueOn: duty.dueOn,
    citation: duty.citation,
    ruleVersion: duty.ruleVersion,
    facts: { incidentId: id },
    ownerId,
  };
}
