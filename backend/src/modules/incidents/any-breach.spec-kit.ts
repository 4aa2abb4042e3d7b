import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../../platform/kernel/calendar-date.js';
import type {
  BreachFacts,
  BusinessAssociate,
  CoveredEntity,
  Hold,
  Knowledge,
} from './domain/clock/breach-facts.js';

/** Days near each other, so that orders and coincidences come up often; some around leap days and ends of years. */
const START = fc
  .constantFrom('2023-12-01', '2024-01-01', '2026-06-15', '2027-11-20', '2099-11-25')
  .map(calendarDate);
const near = (start: CalendarDate, most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => addDays(start, days));

const COUNT = fc.oneof(
  fc.constantFrom(0, 1, 9, 10, 499, 500, 501, 1000, 1200),
  fc.integer({ min: 0, max: 1_500 }),
);
const STATES = ['TX', 'OK', 'PR', 'DC'] as const;

const count = (start: CalendarDate) =>
  fc
    .record({ asOf: near(start, 40), states: fc.array(COUNT, { maxLength: STATES.length }), others: COUNT })
    .map(({ asOf, states, others }) => ({
      asOf,
      individuals: states.reduce((sum, residents) => sum + residents, 0) + others,
      residents: Object.fromEntries(states.map((residents, at) => [STATES[at]!, residents])),
    }));

const entity = (id: string, start: CalendarDate): fc.Arbitrary<CoveredEntity> =>
  fc.record({
    id: fc.constant(id),
    role: fc.constant('covered-entity' as const),
    name: fc.constant(id),
    counts: fc.array(count(start), { maxLength: 3 }),
    contact: fc.record({
      insufficient: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
      nextOfKinWithoutAddress: fc.integer({ min: 0, max: 20 }),
      postedOn: fc.option(near(start, 80)),
    }),
  });

/** Works for some of those before it, so that nobody works for himself. */
const associate = (id: string, before: readonly string[]): fc.Arbitrary<BusinessAssociate> =>
  fc.record({
    id: fc.constant(id),
    role: fc.constant('business-associate' as const),
    name: fc.constant(id),
    worksFor: fc.subarray([...before], { minLength: 1, maxLength: 2 }).chain((clients) =>
      fc.tuple(
        ...clients.map((party) =>
          fc.record({
            party: fc.constant(party),
            asAgent: fc.boolean(),
            contractDays: fc.option(fc.constantFrom(0, 3, 10, 30, 59, 60, 90)),
          }),
        ),
      ),
    ),
  });

const event = (start: CalendarDate): fc.Arbitrary<Knowledge> =>
  fc.record({
    party: fc.constantFrom('ce', 'ce-2', 'ba', 'sub'),
    on: near(start, 60),
    how: fc.constantFrom('known' as const, 'reasonable-diligence' as const, 'told' as const),
    onlyByWhoCommittedIt: fc.boolean(),
  });

const hold = (start: CalendarDate): fc.Arbitrary<Hold> =>
  fc
    .record({
      to: fc.constantFrom('ce', 'ce', 'ba', 'sub'),
      statedOn: near(start, 160),
      days: fc.integer({ min: 0, max: 120 }),
      isWritten: fc.boolean(),
    })
    .map(({ to, statedOn, days, isWritten }) =>
      isWritten
        ? { form: 'written', to, statedOn, through: addDays(statedOn, days) }
        : { form: 'oral', to, statedOn },
    );

const phi: fc.Arbitrary<BreachFacts['phi']> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ state: 'unsecured' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      state: fc.constant('encrypted' as const),
      keyCompromised: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      because: fc.constant('The disk was checked.'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ state: 'destroyed' as const, because: 'Shredded.' }) },
);

/** Facts that fit together, of every kind that there is. */
export const anyBreach: fc.Arbitrary<BreachFacts> = START.chain((start) =>
  fc.record({
    occurredOn: fc.constantFrom(null, null, start, calendarDate('2009-09-22'), calendarDate('2009-09-23')),
    phi,
    parties: fc.tuple(
      entity('ce', start),
      entity('ce-2', start),
      associate('ba', ['ce', 'ce-2']),
      associate('sub', ['ce', 'ba']),
    ),
    knowledge: fc
      .tuple(fc.array(event(start), { maxLength: 5 }), near(start, 60))
      .map(([events, on]) => [
        ...events,
        { party: 'ba', on, how: 'known' as const, onlyByWhoCommittedIt: false },
      ]),
    holds: fc.array(hold(start), { maxLength: 4 }),
    records: fc.array(
      fc.record({
        name: fc.constant('record'),
        createdOn: near(start, 120),
        lastInEffectOn: fc.option(near(start, 400)),
      }),
      { maxLength: 2 },
    ),
  }),
);
