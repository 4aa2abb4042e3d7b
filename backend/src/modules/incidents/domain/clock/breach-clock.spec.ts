import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate as on } from '../../../../platform/kernel/calendar-date.js';
import { anyBreach } from '../../any-breach.spec-kit.js';
import { breachClock } from './breach-clock.js';
import type { BreachFacts, CoveredEntity } from './breach-facts.js';
import { RULE } from './breach-rule.spec-kit.js';
import type { Duty } from './duty.js';
import { factsProblems } from './facts-problems.js';

const CASES = { numRuns: 1_000 };
const clockOf = (facts: BreachFacts) => breachClock(facts, RULE);
const keyOf = ({ kind, by, to, jurisdiction }: Duty) => [kind, by, to, jurisdiction].join(' ');

const clinic = (more: Partial<CoveredEntity> = {}): CoveredEntity => ({
  id: 'clinic',
  role: 'covered-entity',
  name: 'The clinic',
  counts: [],
  contact: { insufficient: [], nextOfKinWithoutAddress: 0, postedOn: null },
  ...more,
});
const aBreach = (more: Partial<BreachFacts> = {}): BreachFacts => ({
  occurredOn: null,
  phi: { state: 'unsecured' },
  parties: [clinic()],
  knowledge: [{ party: 'clinic', on: on('2026-06-15'), how: 'known', onlyByWhoCommittedIt: false }],
  holds: [],
  records: [],
  ...more,
});
const dueOf = (facts: BreachFacts, kind: Duty['kind']) =>
  clockOf(facts).duties.find((duty) => duty.kind === kind)?.dueOn;

describe('the clocks of any breach', () => {
  it('are made of facts that fit together', () => {
    fc.assert(
      fc.property(anyBreach, (facts) => {
        const possible = { ...facts, occurredOn: null };
        expect(factsProblems(possible, RULE)).toEqual([]);
      }),
      CASES,
    );
  });

  it('without a hold: more people remove no recipient and move no date later', () => {
    const more = fc.constantFrom(1, 10, 500, 501);
    fc.assert(
      fc.property(anyBreach, more, fc.constantFrom('TX', 'PR', 'NY'), (facts, added, state) => {
        const free = { ...facts, holds: [] };
        const parties = free.parties.map((party) =>
          party.role === 'covered-entity'
            ? { ...party, counts: party.counts.map((count) => grown(count, added, state)) }
            : party,
        );
        const after = new Map(clockOf({ ...free, parties }).duties.map((duty) => [keyOf(duty), duty.dueOn]));
        for (const duty of clockOf(free).duties) {
          const same = after.get(keyOf(duty)) ?? after.get(keyOf(toldAtOnce(duty)));
          expect(same !== undefined && same <= duty.dueOn, keyOf(duty)).toBe(true);
        }
      }),
      CASES,
    );
  });

  it('are never later than the rule allows: 60 days, the log’s day, or the day after the last hold', () => {
    fc.assert(
      fc.property(anyBreach, (facts) => {
        const clock = clockOf(facts);
        for (const { kind, by, dueOn } of clock.duties) {
          const discovered = clock.discoveries.find(({ party }) => party === by)!.on;
          const limit =
            kind === 'hhs-annual-log'
              ? addDays(on(`${discovered.slice(0, 4)}-12-31`), 60)
              : addDays(discovered, 60);
          const ends = facts.holds
            .filter(({ to }) => to === by)
            .map((hold) => addDays(hold.form === 'written' ? hold.through : addDays(hold.statedOn, 30), 1));
          expect(dueOn <= [limit, ...ends].sort().at(-1)!, `${kind} of ${by}`).toBe(true);
        }
      }),
      CASES,
    );
  });

  it('do not depend on the order in which the facts were told', () => {
    const turned = <Row>(rows: readonly Row[]) => [...rows].reverse();
    fc.assert(
      fc.property(anyBreach, (facts) => {
        const other = { ...facts, knowledge: turned(facts.knowledge), holds: turned(facts.holds) };
        const days = (all: BreachFacts) =>
          clockOf(all).duties.map((duty) => [keyOf(duty), duty.dueOn, duty.earliestOn]);
        expect(days(other)).toEqual(days(facts));
      }),
      CASES,
    );
  });
});

/** A breach of the log may become one of 500 and more. */
function toldAtOnce(duty: Duty): Duty {
  return duty.kind === 'hhs-annual-log' ? { ...duty, kind: 'hhs-with-individuals' } : duty;
}

function grown(count: CoveredEntity['counts'][number], added: number, state: string) {
  const { individuals, residents } = count;
  return {
    ...count,
    individuals: individuals + added,
    residents: { ...residents, [state]: (residents[state] ?? 0) + added },
  };
}

describe('a breach of 2009', () => {
  it('is one of the rule from 23 September on', () => {
    const noticeOf = (day: string) => clockOf(aBreach({ occurredOn: on(day) })).notice;
    expect([noticeOf('2009-09-22'), noticeOf('2009-09-23')]).toEqual(['before-the-rule', 'presumed']);
  });
});

describe('while nobody has counted', () => {
  it('HHS is kept with the individuals, marked as provisional', () => {
    const [hhs] = clockOf(aBreach()).duties.filter(({ kind }) => kind.startsWith('hhs'));
    expect(hhs).toMatchObject({ kind: 'hhs-with-individuals', dueOn: '2026-08-14', provisional: true });
  });
});

describe('a key', () => {
  it('of which nobody knows whether it is safe closes nothing', () => {
    const phi = { state: 'encrypted', because: 'A sticker says so.' } as const;
    expect(clockOf(aBreach({ phi: { ...phi, keyCompromised: 'unknown' } })).notice).toBe('presumed');
    expect(clockOf(aBreach({ phi: { ...phi, keyCompromised: 'no' } }))).toMatchObject({
      notice: 'not-unsecured',
      duties: [],
    });
  });
});

describe('holds', () => {
  const oral = (day: string) => ({ form: 'oral' as const, to: 'clinic', statedOn: on(day) });
  const written = (day: string, through: string) => ({
    form: 'written' as const,
    to: 'clinic',
    statedOn: on(day),
    through: on(through),
  });

  it('that were stated after the last day heal nothing', () => {
    const late = aBreach({ holds: [written('2026-08-15', '2026-12-01')] });
    expect(clockOf(late).duties[0]).toMatchObject({
      dueOn: '2026-08-14',
      earliestOn: null,
      interpretation: false,
    });
  });

  it('count when they were stated on the very last day, and not when they were over before the discovery', () => {
    const onTheDay = aBreach({ holds: [written('2026-08-14', '2026-08-20')] });
    expect(dueOf(onTheDay, 'individuals')).toBe('2026-08-21');
    const before = aBreach({ holds: [written('2026-05-01', '2026-06-14')] });
    expect(clockOf(before).duties[0]).toMatchObject({
      dueOn: '2026-08-14',
      earliestOn: null,
      ifSuspended: null,
    });
  });

  it('by word of mouth do not add up', () => {
    const twice = aBreach({ holds: [oral('2026-07-20'), oral('2026-08-18')] });
    expect(dueOf(twice, 'individuals')).toBe('2026-08-20');
  });

  it('by word of mouth end where a written one begins, even a shorter one', () => {
    const replaced = aBreach({ holds: [oral('2026-08-10'), written('2026-08-12', '2026-08-15')] });
    expect(dueOf(replaced, 'individuals')).toBe('2026-08-16');
  });

  it('bar only the notices of the party that was told', () => {
    const parties = [
      clinic(),
      {
        id: 'biller',
        role: 'business-associate' as const,
        name: 'The biller',
        worksFor: [{ party: 'clinic', asAgent: true, contractDays: 5 }],
      },
    ];
    const knowledge = [
      { party: 'biller', on: on('2026-06-15'), how: 'known' as const, onlyByWhoCommittedIt: false },
    ];
    const facts = aBreach({ parties, knowledge, holds: [written('2026-07-01', '2026-09-30')] });
    expect(dueOf(facts, 'individuals')).toBe('2026-10-01');
    expect(dueOf(facts, 'covered-entity')).toBe('2026-08-14');
    expect(dueOf(facts, 'contract')).toBe('2026-06-20');
  });
});

describe('facts that do not fit together', () => {
  const pathsOf = (facts: BreachFacts) => factsProblems(facts, RULE).map(({ path }) => path);

  it('are named by field', () => {
    expect(pathsOf(aBreach({ occurredOn: on('2026-06-16') }))).toEqual(['knowledge.0.on']);
    const counted = (residents: Record<string, number>) =>
      aBreach({ parties: [clinic({ counts: [{ asOf: on('2026-06-20'), individuals: 10, residents }] })] });
    expect(pathsOf(counted({ TX: 6, OK: 5 }))).toEqual(['parties.0.counts.0.residents']);
    expect(pathsOf(counted({ XX: 1, tx: 1 }))).toEqual([
      'parties.0.counts.0.residents.XX',
      'parties.0.counts.0.residents.tx',
    ]);
    expect(pathsOf(counted({ PR: 10 }))).toEqual([]);
    expect(pathsOf(aBreach({ holds: [{ form: 'oral', to: 'nobody', statedOn: on('2026-07-01') }] }))).toEqual(
      ['holds.0.to'],
    );
  });

  it('are a circle of those who work for each other, too, and a deed that only its doer knows of', () => {
    const works = (id: string, party: string) => ({
      id,
      role: 'business-associate' as const,
      name: id,
      worksFor: [{ party, asAgent: true, contractDays: null }],
    });
    const circle = aBreach({ parties: [clinic(), works('one', 'two'), works('two', 'one')] });
    expect(pathsOf(circle)).toEqual(['parties.1.worksFor.0.party', 'parties.2.worksFor.0.party']);
    const [event] = aBreach().knowledge;
    expect(pathsOf(aBreach({ knowledge: [{ ...event!, onlyByWhoCommittedIt: true }] }))).toEqual([
      'knowledge',
    ]);
  });
});
