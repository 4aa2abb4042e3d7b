import type { BreachFigures } from '../../compliance/index.js';
import { breachClock, type BreachClock } from '../domain/clock/breach-clock.js';
import type { BreachFacts } from '../domain/clock/breach-facts.js';
import type { DutyFacts } from '../persistence/duty-rows.js';
import { breachRuleOf } from './breach-rule-of.js';

/** The notices that these facts ask for, as rows. */
export function wantedDuties(
  facts: BreachFacts,
  figures: BreachFigures,
): { clock: BreachClock; duties: DutyFacts[] } {
  const clock = breachClock(facts, breachRuleOf(figures));
  const nameOf = (id: string | null): string => facts.parties.find((party) => party.id === id)?.name ?? '';
  const duties = clock.duties.map(
    ({
      kind,
      by,
      to,
      jurisdiction,
      dueOn,
      earliestOn,
      ifSuspended,
      citation,
      arithmetic,
      ...rest
    }): DutyFacts => ({
      kind,
      byParty: by,
      toParty: to ?? '',
      jurisdiction: jurisdiction ?? '',
      byName: nameOf(by),
      toName: nameOf(to),
      dueOn,
      earliestOn,
      ifSuspended,
      citation,
      arithmetic,
      posting: rest.posting,
      provisional: rest.provisional,
      interpretation: rest.interpretation,
      ruleVersion: `${figures.pack}/${figures.version}`,
    }),
  );
  return { clock, duties };
}

/** One notice among those of its incident. */
export function dutyKey({ kind, byParty, toParty, jurisdiction }: DutyFacts): string {
  return [kind, byParty, toParty, jurisdiction].join('|');
}

/** Whether a row says the same as before. */
export function isSameDuty(one: DutyFacts, other: DutyFacts): boolean {
  return JSON.stringify(picked(one)) === JSON.stringify(picked(other));
}

function picked(duty: DutyFacts): unknown[] {
  return [
    duty.byName,
    duty.toName,
    duty.dueOn,
    duty.earliestOn,
    duty.ifSuspended,
    duty.citation,
    duty.arithmetic,
    duty.posting && [duty.posting.postedOn, duty.posting.lastDay, duty.posting.earliestRemovalOn],
    duty.provisional,
    duty.interpretation,
    duty.ruleVersion,
  ];
}
