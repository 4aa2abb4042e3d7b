import { z } from 'zod';
import { calendarDateField, countField, line, text } from '../../platform/http/schemas.js';
import { DUTY_KINDS } from './domain/clock/duty.js';

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2199-12-31';
const MOST = { parties: 200, events: 500, counts: 200, records: 200, jurisdictions: 100 } as const;

const day = calendarDateField.refine(
  (on) => on >= FIRST_DAY && on <= LAST_DAY,
  'A day of the years 1990 to 2199.',
);
const partyId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'Letters, digits, dots and dashes, up to 60.')
  .describe('A name of your choice by which the other rows name the party.');

const phi = z
  .discriminatedUnion(
    'state',
    [
      z.strictObject({ state: z.literal('unsecured') }),
      z.strictObject({
        state: z.literal('encrypted'),
        keyCompromised: z
          .enum(['yes', 'no', 'unknown'])
          .describe('Only “no” counts as secured: while nobody knows, a breach is presumed.'),
        because: text(2_000, 3).describe('What shows it. A tick alone closes nothing.'),
      }),
      z.strictObject({ state: z.literal('destroyed'), because: text(2_000, 3) }),
    ],
    'Say unsecured, encrypted or destroyed.',
  )
  .describe('45 CFR 164.402, “unsecured protected health information”.');

const count = z.strictObject({
  asOf: day,
  individuals: countField.max(1_000_000_000, 'That is more than there are people here.'),
  residents: z
    .record(z.string().max(20), countField.max(1_000_000_000))
    .refine((states) => Object.keys(states).length <= MOST.jurisdictions, 'That is more than there are.')
    .default({})
    .describe('How many live in each State or jurisdiction, by its two letters. Others stand in none.'),
});

const contact = z
  .strictObject({
    insufficient: z
      .array(countField.max(1_000_000_000))
      .max(MOST.counts)
      .default([])
      .describe('Individuals whom a letter cannot reach, as each mailing showed; they are added up.'),
    nextOfKinWithoutAddress: countField.max(1_000_000_000).default(0),
    postedOn: day.nullable().default(null).describe('First day of the posting on the home page.'),
  })
  .default({ insufficient: [], nextOfKinWithoutAddress: 0, postedOn: null })
  .describe('45 CFR 164.404(d)(2).');

const party = z.discriminatedUnion(
  'role',
  [
    z.strictObject({
      id: partyId,
      role: z.literal('covered-entity'),
      name: line(200, 1),
      counts: z
        .array(count)
        .max(MOST.counts)
        .default([])
        .describe('Each count as it was made; the latest holds. None: nobody has counted yet.'),
      contact,
    }),
    z.strictObject({
      id: partyId,
      role: z.literal('business-associate'),
      name: line(200, 1),
      worksFor: z
        .array(
          z.strictObject({
            party: partyId,
            asAgent: z
              .boolean()
              .describe(
                'Whether it acts as an agent: what an agent knows, its principal knows. 164.404(a)(2)',
              ),
            contractDays: z.int().min(0).max(3_650).nullable().default(null),
          }),
        )
        .min(1)
        .max(MOST.parties)
        .describe('Its covered entities, or the business associate whose subcontractor it is.'),
    }),
  ],
  'Say covered-entity or business-associate.',
);

const knowledge = z.strictObject({
  party: partyId,
  on: day,
  how: z.enum(['known', 'reasonable-diligence', 'told']),
  onlyByWhoCommittedIt: z
    .boolean()
    .default(false)
    .describe('Known by the person who committed the breach, and by nobody else: it does not count.'),
});

const hold = z.discriminatedUnion(
  'form',
  [
    z.strictObject({
      form: z.literal('written'),
      to: partyId,
      statedOn: day,
      through: day.describe('The last day of the time that the statement names.'),
    }),
    z.strictObject({ form: z.literal('oral'), to: partyId, statedOn: day }),
  ],
  'Say written or oral.',
);

/** What `part164 breach-clock` and the API take. Every date is a calendar date of the party's own zone. */
export const breachFacts = z
  .strictObject({
    occurredOn: day.nullable().default(null),
    phi,
    parties: z.array(party).min(1).max(MOST.parties),
    knowledge: z.array(knowledge).min(1).max(MOST.events),
    holds: z.array(hold).max(MOST.events).default([]).describe('Statements of law enforcement. 164.412'),
    records: z
      .array(
        z.strictObject({
          name: line(200, 1),
          createdOn: day,
          lastInEffectOn: day.nullable().default(null),
        }),
      )
      .max(MOST.records)
      .default([])
      .describe('What has to be kept for six years. 164.414(a), 164.530(j)'),
  })
  .meta({ id: 'BreachFacts' });
export type BreachFactsRequest = z.output<typeof breachFacts>;

const outDay = z.iso.date();
const posting = z.strictObject({ postedOn: outDay, lastDay: outDay, earliestRemovalOn: outDay });

export const breachClockView = z
  .strictObject({
    rule: z.strictObject({ pack: z.string(), version: z.string() }),
    notice: z.enum(['presumed', 'not-unsecured', 'before-the-rule']),
    because: z.string(),
    citation: z.string(),
    discoveries: z.array(
      z.strictObject({ party: z.string(), on: outDay, because: z.string(), citation: z.string() }),
    ),
    duties: z.array(
      z.strictObject({
        kind: z.enum(DUTY_KINDS),
        by: z.string(),
        to: z.string().nullable(),
        jurisdiction: z.string().nullable(),
        citation: z.string(),
        dueOn: outDay.describe('The last day, never the target: a notice is due without unreasonable delay.'),
        earliestOn: outDay.nullable().describe('Before this day a hold forbids it.'),
        arithmetic: z.array(z.string()),
        provisional: z.boolean().describe('Nobody has counted yet, so it is shown as for many.'),
        interpretation: z.boolean().describe('It rests on a reading that counsel should confirm.'),
        ifSuspended: outDay.nullable().describe('The day by the other reading of a hold.'),
        posting: posting.nullable(),
      }),
    ),
    records: z.array(
      z.strictObject({ name: z.string(), keepThrough: outDay, because: z.string(), citation: z.string() }),
    ),
  })
  .meta({ id: 'BreachClock' });
export type BreachClockView = z.output<typeof breachClockView>;
