import { dayInWords, type CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import type { BreachFacts, BusinessAssociate, Knowledge, Party } from './breach-facts.js';

export interface Discovery {
  party: string;
  on: CalendarDate;
  /** Why it is this day, in words. */
  because: string;
  citation: string;
}

/**
 * The first day on which each party knew of the breach, would have known by reasonable diligence, or is deemed to know
 * because its agent did. What a contractor knows is not its client's knowledge until the client is told. Parties who
 * know nothing yet are left out. Nobody may work for himself, by whatever detour.
 */
export function discoveries({ parties, knowledge }: BreachFacts): Map<string, Discovery> {
  const found = new Map<string, Discovery | null>();
  const of = (party: Party): Discovery | null => {
    const known = found.get(party.id);
    if (known !== undefined) return known;
    const discovery = first([
      ...knowledge
        .filter((event) => event.party === party.id && !event.onlyByWhoCommittedIt)
        .map(byItself(party)),
      ...agentsOf(party, parties).map((agent) => byAgent(party, agent, of(agent))),
    ]);
    found.set(party.id, discovery);
    return discovery;
  };
  return new Map(
    parties.flatMap((party) => {
      const discovery = of(party);
      return discovery ? [[party.id, discovery]] : [];
    }),
  );
}

function agentsOf({ id }: Party, parties: readonly Party[]): BusinessAssociate[] {
  return parties.filter(
    (party): party is BusinessAssociate =>
      party.role === 'business-associate' &&
      party.worksFor.some((engagement) => engagement.party === id && engagement.asAgent),
  );
}

const HOW: Record<Knowledge['how'], string> = {
  known: 'first known',
  'reasonable-diligence': 'would have been known by reasonable diligence',
  told: 'told by somebody else',
};

const byItself =
  (party: Party) =>
  ({ on, how }: Knowledge): Discovery => ({
    party: party.id,
    on,
    because: `${party.name}: ${HOW[how]} on ${dayInWords(on)}.`,
    citation: discoveryOf(party),
  });

function byAgent(party: Party, agent: Party, discovery: Discovery | null): Discovery | null {
  return (
    discovery && {
      party: party.id,
      on: discovery.on,
      because: `${agent.name} is an agent of ${party.name}, so what it knew on ${dayInWords(discovery.on)} counts as known. ${discovery.because}`,
      citation: discoveryOf(party),
    }
  );
}

function discoveryOf({ role }: Party): string {
  return role === 'covered-entity' ? '45 CFR 164.404(a)(2)' : '45 CFR 164.410(a)(2)';
}

/** The earliest; of one day the first that was named. */
function first(all: readonly (Discovery | null)[]): Discovery | null {
  return all.reduce((best, next) => (next && (!best || next.on < best.on) ? next : best), null);
}
