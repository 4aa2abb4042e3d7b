import {
  addDays,
  calendarDate,
  dayInWords,
  type CalendarDate,
} from '../../../../platform/kernel/calendar-date.js';
import type { BusinessAssociate, Count, CoveredEntity } from './breach-facts.js';
import type { BreachRule } from './breach-rule.js';
import type { Discovery } from './discoveries.js';
import type { Duty } from './duty.js';
import { latestCount } from './latest-count.js';
import { heldDate, type Barred } from './holds.js';
import { substituteDuties } from './substitute-notice.js';

export interface DutyContext {
  discovery: Discovery;
  barred: readonly Barred[];
  rule: BreachRule;
}

export function coveredEntityDuties(entity: CoveredEntity, context: DutyContext): Duty[] {
  const { rule } = context;
  const count = latestCount(entity.counts);
  const individuals = limited(entity, context, { kind: 'individuals', citation: '45 CFR 164.404(b)' });
  const media = mediaStates(count, rule).map(([jurisdiction, residents]) =>
    limited(entity, context, {
      kind: 'media',
      jurisdiction,
      citation: '45 CFR 164.406(a), (b)',
      why: `${number(residents)} residents of ${jurisdiction} are more than ${number(rule.mediaAbove)}.`,
    }),
  );
  return [
    individuals,
    ...substituteDuties(entity, individuals, rule),
    ...media,
    hhsDuty(entity, count, context),
  ];
}

export function businessAssociateDuties(associate: BusinessAssociate, context: DutyContext): Duty[] {
  const { discovery, rule } = context;
  return associate.worksFor.flatMap(({ party, contractDays }) => {
    const notice = limited(associate, context, {
      kind: 'covered-entity',
      to: party,
      citation: '45 CFR 164.410(b)',
    });
    if (contractDays === null || contractDays >= rule.noticeDays) return [notice];
    const contractDue = addDays(discovery.on, contractDays);
    return [
      notice,
      {
        ...notice,
        kind: 'contract' as const,
        citation: 'The contract',
        dueOn: contractDue,
        arithmetic: [
          discovery.because,
          `The contract gives ${contractDays} days: ${dayInWords(contractDue)}. The rule’s own limit stands beside it.`,
        ],
        interpretation: false,
        ifSuspended: null,
      },
    ];
  });
}

function hhsDuty(entity: CoveredEntity, count: Count | null, context: DutyContext): Duty {
  const { hhsFrom } = context.rule;
  if (count !== null && count.individuals < hhsFrom) return annualLog(entity, count, context);
  return limited(entity, context, {
    kind: 'hhs-with-individuals',
    citation: '45 CFR 164.408(b)',
    why:
      count === null
        ? `Nobody has counted yet. With ${number(hhsFrom)} or more HHS is told together with the individuals, so that day is kept until somebody has.`
        : `${number(count.individuals)} individuals are ${number(hhsFrom)} or more, so HHS is told together with them.`,
    provisional: count === null,
  });
}

/** 164.408(c): counted from the end of the year of the discovery, so Mar 1, or Feb 29 in a leap year. */
function annualLog(entity: CoveredEntity, { individuals }: Count, context: DutyContext): Duty {
  const { discovery, rule } = context;
  const yearEnd = calendarDate(`${discovery.on.slice(0, 4)}-12-31`);
  const limit = addDays(yearEnd, rule.annualLogDays);
  return duty(entity.id, context, {
    kind: 'hhs-annual-log',
    citation: '45 CFR 164.408(c)',
    limit,
    arithmetic: [
      `${number(individuals)} individuals are fewer than ${number(rule.hhsFrom)}, so it goes into the log of the year of the discovery, ${yearEnd.slice(0, 4)}.`,
      `${rule.annualLogDays} days after ${dayInWords(yearEnd)} is ${dayInWords(limit)}.`,
    ],
  });
}

interface Limited {
  kind: Duty['kind'];
  citation: string;
  to?: string;
  jurisdiction?: string;
  why?: string;
  provisional?: boolean;
}

/** Without unreasonable delay, and no later than 60 calendar days after the discovery; that day is day 0. */
function limited(party: { id: string }, context: DutyContext, { why, ...more }: Limited): Duty {
  const { discovery, rule } = context;
  const limit = addDays(discovery.on, rule.noticeDays);
  return duty(party.id, context, {
    ...more,
    limit,
    arithmetic: [
      ...(why === undefined ? [] : [why]),
      discovery.because,
      `That is day 0. Day ${rule.noticeDays} is ${dayInWords(limit)}; weekends and holidays move nothing.`,
    ],
  });
}

type Made = Omit<Limited, 'why'> & { limit: CalendarDate; arithmetic: string[] };

function duty(by: string, { discovery, barred }: DutyContext, made: Made): Duty {
  const { limit, arithmetic, ...rest } = made;
  const { because, ...held } = heldDate(limit, discovery.on, barred);
  return {
    by,
    to: null,
    jurisdiction: null,
    provisional: false,
    posting: null,
    ...rest,
    ...held,
    arithmetic: [...arithmetic, ...because],
    interpretation: held.earliestOn !== null,
  };
}

/** The count as it was revised at last; of one day the one that was given last. */
function mediaStates(count: Count | null, { mediaAbove }: BreachRule): [string, number][] {
  return Object.entries(count?.residents ?? {})
    .flatMap(([state, residents = 0]): [string, number][] =>
      residents > mediaAbove ? [[state, residents]] : [],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
