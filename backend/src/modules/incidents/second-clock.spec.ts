import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyBreach } from './any-breach.spec-kit.js';
import { breachClock } from './domain/clock/breach-clock.js';
import type { BreachFacts } from './domain/clock/breach-facts.js';
import { latestCount } from './domain/clock/latest-count.js';
import { RULE } from './domain/clock/breach-rule.spec-kit.js';
import { secondClock, type SecondDuty } from './second-clock.spec-kit.js';

const CASES = 200_000;
const MOST_MS = 300_000;

interface Said {
  notice: string;
  discoveries: readonly { party: string; on: string }[];
  duties: readonly SecondDuty[];
  records: readonly { name: string; keepThrough: string }[];
}

/** What both clocks have to agree on, in an order of its own: whose days come first in a list is nobody's law. */
function said(clock: Said, facts: BreachFacts) {
  const held = new Set(facts.holds.map(({ to }) => to));
  return {
    notice: clock.notice,
    discoveries: clock.discoveries.map(({ party, on }) => `${party} ${on}`).sort(),
    duties: clock.duties
      .filter((duty) => duty.kind !== 'contract' || isShorter(duty, facts))
      .filter(({ by }) => !countedNobody(by, facts))
      .map((duty) => lineOf(duty, held.has(duty.by)))
      .sort(),
    records: clock.records.map(({ name, keepThrough }) => `${name} ${keepThrough}`),
  };
}

/** A window that is no shorter than the rule's stands beside it in one of the two only: it moves nothing. */
function isShorter({ by, to }: SecondDuty, { parties }: BreachFacts): boolean {
  return parties.some(
    (party) =>
      party.role === 'business-associate' &&
      party.id === by &&
      party.worksFor.some(
        ({ party: client, contractDays }) => client === to && contractDays! < RULE.noticeDays,
      ),
  );
}

/**
 * A count of nobody: to the second clock there is nobody to tell. The product lets no number end a clock, for that is a
 * decision of two people with reasons (45 CFR 164.402), so its notices stay. Not compared.
 */
function countedNobody(id: string, { parties }: BreachFacts): boolean {
  return parties.some(
    (party) =>
      party.role === 'covered-entity' && party.id === id && latestCount(party.counts)?.individuals === 0,
  );
}

/** What a hold does to a day of a contract the regulation does not say: there the days are not compared. */
function lineOf(duty: SecondDuty, isHeld: boolean): string {
  const { kind, by, to, jurisdiction, dueOn, earliestOn, provisional, ifSuspended, posting } = duty;
  if (kind === 'contract' && isHeld) return `contract of ${by} with ${to}`;
  const shown = posting && [posting.postedOn, posting.lastDay, posting.earliestRemovalOn].join('/');
  return [kind, by, to, jurisdiction, dueOn, earliestOn, provisional, ifSuspended, shown].join(' ');
}

it(
  'agrees in 200,000 random cases with a clock that was written from the regulation alone',
  () => {
    fc.assert(
      fc.property(anyBreach, (facts) => {
        expect(said(breachClock(facts, RULE), facts)).toEqual(said(secondClock(facts), facts));
      }),
      { numRuns: CASES },
    );
  },
  MOST_MS,
);
