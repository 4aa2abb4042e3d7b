import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import type { BreachFacts, Party } from '../clock/breach-facts.js';

/** The organization's own party in the facts of its incidents. */
export const US = 'us';

/** Notices that the organization owes itself; others’ are shown beside them. */
export function isOurs(party: string): boolean {
  return party === US || party.startsWith(`${US}-`);
}

export interface ReportedFacts {
  organization: { name: string; kind: 'covered-entity' | 'business-associate' };
  /** How a client is called whom nobody has named yet. */
  clientUnnamed: string;
  noticedOn: CalendarDate;
  occurredOn: CalendarDate | null;
}

/**
 * What a report says to the clocks: a member of the workforce knew of it, so the organization did, on the day on which
 * they noticed it, and not when it was written down. 45 CFR 164.404(a)(2), 164.410(a)(2)
 */
export function firstFacts({
  organization,
  clientUnnamed,
  noticedOn,
  occurredOn,
}: ReportedFacts): BreachFacts {
  return {
    occurredOn,
    phi: { state: 'unsecured' },
    parties: partiesOf(organization, clientUnnamed),
    knowledge: [{ party: US, on: noticedOn, how: 'known', onlyByWhoCommittedIt: false }],
    holds: [],
    records: [],
  };
}

function partiesOf({ name, kind }: ReportedFacts['organization'], clientUnnamed: string): Party[] {
  const coveredEntity = (id: string, called: string): Party => ({
    id,
    role: 'covered-entity',
    name: called,
    counts: [],
    contact: { insufficient: [], nextOfKinWithoutAddress: 0, postedOn: null },
  });
  if (kind === 'covered-entity') return [coveredEntity(US, name)];
  return [
    {
      id: US,
      role: 'business-associate',
      name,
      worksFor: [{ party: 'client', asAgent: false, contractDays: null }],
    },
    coveredEntity('client', clientUnnamed),
  ];
}
