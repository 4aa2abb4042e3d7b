import {
  addDays,
  addYears,
  dayInWords,
  type CalendarDate,
} from '../../../../platform/kernel/calendar-date.js';
import type { BreachFacts, KeptRecord, PhiState } from './breach-facts.js';
import type { BreachRule } from './breach-rule.js';
import { discoveries, type Discovery } from './discoveries.js';
import { businessAssociateDuties, coveredEntityDuties } from './duties.js';
import type { Duty } from './duty.js';
import { barredDays } from './holds.js';

export interface BreachClock {
  /** Presumed until a person shows a low probability of compromise by all four factors; the product never does. */
  notice: 'presumed' | 'not-unsecured' | 'before-the-rule';
  because: string;
  citation: string;
  discoveries: Discovery[];
  duties: Duty[];
  records: KeptThrough[];
}

export interface KeptThrough {
  name: string;
  keepThrough: CalendarDate;
  because: string;
  citation: string;
}

/**
 * Every notice that a breach asks for, with its last day, its citation and its arithmetic. Pure: the same facts give
 * the same days. The facts have to fit together (`factsProblems`). Outer limits, never targets: each notice is due
 * without unreasonable delay. 45 CFR 164.400 to 164.414
 */
export function breachClock(facts: BreachFacts, rule: BreachRule): BreachClock {
  const notice = isNoticePresumed(facts, rule);
  const found = discoveries(facts);
  const duties =
    notice.notice === 'presumed'
      ? facts.parties.flatMap((party) => {
          const discovery = found.get(party.id);
          if (!discovery) return [];
          const barred = barredDays(
            facts.holds.filter(({ to }) => to === party.id),
            rule,
          );
          return party.role === 'covered-entity'
            ? coveredEntityDuties(party, { discovery, barred, rule })
            : businessAssociateDuties(party, { discovery, barred, rule });
        })
      : [];
  return {
    ...notice,
    discoveries: [...found.values()],
    duties,
    records: facts.records.map((record) => keptThrough(record, rule)),
  };
}

type Notice = Pick<BreachClock, 'notice' | 'because' | 'citation'>;

function isNoticePresumed({ occurredOn, phi }: BreachFacts, { appliesFrom }: BreachRule): Notice {
  if (occurredOn !== null && occurredOn < appliesFrom) {
    return {
      notice: 'before-the-rule',
      because: `The rule applies to breaches on or after ${dayInWords(appliesFrom)}.`,
      citation: '45 CFR 164.400',
    };
  }
  const secured = securedBecause(phi);
  return secured === null
    ? {
        notice: 'presumed',
        because: `${phiWords(phi)} It is presumed to be a breach unless a person shows, by all four factors, a low probability that the information was compromised.`,
        citation: '45 CFR 164.402',
      }
    : { notice: 'not-unsecured', because: secured, citation: '45 CFR 164.402' };
}

function securedBecause(phi: PhiState): string | null {
  if (phi.state === 'destroyed') return `The information was destroyed. ${phi.because}`;
  return phi.state === 'encrypted' && phi.keyCompromised === 'no'
    ? `The information was encrypted, and the key is safe. ${phi.because}`
    : null;
}

function phiWords(phi: PhiState): string {
  if (phi.state !== 'encrypted') return 'The information was unsecured.';
  return phi.keyCompromised === 'yes'
    ? 'The information was encrypted, but the key was compromised, so it was not secured.'
    : 'The information was encrypted, but nobody knows that the key is safe, so it does not count as secured.';
}

/** Six full years, so that what ends on 29 February is kept to 1 March. */
function keptThrough(
  { name, createdOn, lastInEffectOn }: KeptRecord,
  { keepYears }: BreachRule,
): KeptThrough {
  const from = lastInEffectOn !== null && lastInEffectOn > createdOn ? lastInEffectOn : createdOn;
  const sameDay = addYears(from, keepYears);
  const keepThrough = sameDay.slice(5) === from.slice(5) ? sameDay : addDays(sameDay, 1);
  return {
    name,
    keepThrough,
    because: `${keepYears} years from ${dayInWords(from)}, its making or the last day that it was in effect, whichever is later: through ${dayInWords(keepThrough)}.`,
    citation: '45 CFR 164.414(a), 164.530(j)(2)',
  };
}
