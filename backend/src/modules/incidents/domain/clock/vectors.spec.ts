import { expect } from 'vitest';
import { calendarDate as on, type CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import { official, officialIt } from '../../../compliance/compliance.spec-kit.js';
import { breachClock, type BreachClock } from './breach-clock.js';
import type { BreachFacts, ContactFacts, CoveredEntity, Hold, Knowledge, Party } from './breach-facts.js';
import { RULE } from './breach-rule.spec-kit.js';
import type { Duty } from './duty.js';
import { factsProblems } from './facts-problems.js';

interface Vector {
  id: string;
  title: string;
  inputs: Record<string, unknown>;
  expected: Record<string, unknown>;
}

officialIt('each of the 47 worked vectors comes out, each of its values', () => {
  const { test_vectors: vectors } = official<{ test_vectors: Vector[] }>('hipaa-breach-rule.json');
  expect(vectors).toHaveLength(47);
  for (const { id, title, inputs, expected } of vectors) {
    const facts = factsOf(new Inputs(inputs));
    expect(factsProblems(facts, RULE), id).toEqual([]);
    const said = saidOf(breachClock(facts, RULE), expected, facts);
    expect(said, `${id} ${title}`).toEqual(expected);
  }
});

/** What a vector says, and that everything it says was read. */
class Inputs {
  private readonly unread: Set<string>;
  constructor(private readonly values: Record<string, unknown>) {
    this.unread = new Set(Object.keys(values));
  }
  get<T>(name: string): T | undefined {
    this.unread.delete(name);
    return this.values[name] as T | undefined;
  }
  day(name: string): CalendarDate | undefined {
    const text = this.get<string>(name);
    return text === undefined ? undefined : on(text);
  }
  finish(): void {
    expect([...this.unread], 'inputs that nothing reads').toEqual([]);
  }
}

/** Where a vector speaks of no discovery: it asks about something else. */
const SOME_DAY = on('2026-01-05');

function factsOf(inputs: Inputs): BreachFacts {
  const several = inputs.get<Record<string, unknown>[]>('by_covered_entity');
  const facts = several ? severalEntities(several, inputs) : oneEntity(inputs);
  inputs.finish();
  return facts;
}

function severalEntities(entities: Record<string, unknown>[], inputs: Inputs): BreachFacts {
  inputs.get('incident_individuals');
  const parties = entities.map(
    ({ name, individuals, residents_by_state: residents, discovered_on: day }) => ({
      entity: entity(String(name), Number(individuals), residents as Record<string, number>, on(String(day))),
      day: on(String(day)),
    }),
  );
  return {
    ...NOTHING,
    parties: parties.map((party) => party.entity),
    knowledge: parties.map(({ entity: { id: party }, day }) => knows(party, day)),
  };
}

const NOTHING = { occurredOn: null, phi: { state: 'unsecured' }, holds: [], records: [] } as const;

function oneEntity(inputs: Inputs): BreachFacts {
  const knowledge = knowledgeOf(inputs);
  const individuals = inputs.get<number>('individuals');
  const residents = inputs.get<Record<string, number>>('residents_by_state') ?? {};
  const ce = {
    ...entity(
      'ce',
      individuals ?? 1,
      residents,
      SOME_DAY,
      inputs.get('initial_estimate'),
      inputs.day('count_revised_on'),
    ),
    contact: contactOf(inputs),
  };
  const parties: Party[] = [ce, ...associatesOf(knowledge, inputs)];
  return {
    occurredOn: inputs.day('breach_occurred_on') ?? null,
    phi: phiOf(inputs),
    parties,
    knowledge: knowledge.length > 0 ? knowledge : [knows('ce', SOME_DAY)],
    holds: holdsOf(inputs),
    records: recordsOf(inputs),
  };
}

function entity(
  id: string,
  individuals: number,
  residents: Record<string, number>,
  asOf: CalendarDate,
  estimate?: number,
  revisedOn?: CalendarDate,
): CoveredEntity {
  const counts =
    estimate === undefined
      ? [{ asOf, individuals, residents }]
      : [
          { asOf: revisedOn!, individuals, residents },
          { asOf: SOME_DAY, individuals: estimate, residents: {} },
        ];
  return { id, name: id, role: 'covered-entity', counts, contact: NO_CONTACT };
}

const NO_CONTACT: ContactFacts = { insufficient: [], nextOfKinWithoutAddress: 0, postedOn: null };

const knows = (party: string, day: CalendarDate, more: Partial<Knowledge> = {}): Knowledge => ({
  party,
  on: day,
  how: 'known',
  onlyByWhoCommittedIt: false,
  ...more,
});

const KNOWN: Record<string, Partial<Knowledge> & { party: string }> = {
  covered_entity_discovered_on: { party: 'ce' },
  covered_entity_workforce_knew_on: { party: 'ce' },
  actually_known_on: { party: 'ce' },
  known_to_other_workforce_member_on: { party: 'ce' },
  known_to_any_workforce_member_on: { party: 'ce' },
  reported_to_privacy_officer_on: { party: 'ce' },
  incident_known_on: { party: 'ce' },
  investigation_concluded_breach_on: { party: 'ce' },
  would_have_been_known_by_reasonable_diligence_on: { party: 'ce', how: 'reasonable-diligence' },
  known_to_committing_person_on: { party: 'ce', onlyByWhoCommittedIt: true },
  business_associate_notified_covered_entity_on: { party: 'ce', how: 'told' },
  ba_notified_ce_on: { party: 'ce', how: 'told' },
  business_associate_discovered_on: { party: 'ba' },
  subcontractor_notified_ba_on: { party: 'ba', how: 'told' },
  subcontractor_discovered_on: { party: 'sub' },
};

function knowledgeOf(inputs: Inputs): Knowledge[] {
  // An alert that nobody reads is no knowledge; the day of the deed is what the committing person knows.
  inputs.get('alert_generated_on');
  inputs.get('breach_committed_by_workforce_member_on');
  return Object.entries(KNOWN).flatMap(([name, { party, ...more }]) => {
    const day = inputs.day(name);
    return day === undefined ? [] : [knows(party, day, more)];
  });
}

function associatesOf(knowledge: readonly Knowledge[], inputs: Inputs): Party[] {
  const asAgent = inputs.get('business_associate_relationship') === 'agent';
  const named = new Set(knowledge.map(({ party }) => party));
  const chain = [
    { id: 'ba', party: 'ce', asAgent },
    { id: 'sub', party: 'ba', asAgent: false },
  ];
  return chain
    .filter(({ id }) => named.has(id))
    .map(({ id, party, asAgent: agent }) => ({
      id,
      name: id,
      role: 'business-associate',
      worksFor: [{ party, asAgent: agent, contractDays: null }],
    }));
}

function holdsOf(inputs: Inputs): Hold[] {
  const stated = inputs.get<Record<string, string>>('law_enforcement');
  if (!stated) return [];
  const { form, statement_on: day, written_on: later, delay_through: through } = stated;
  const oral: Hold = { form: 'oral', to: 'ce', statedOn: on(day!) };
  const written = (): Hold => ({
    form: 'written',
    to: 'ce',
    statedOn: on(later ?? day!),
    through: on(through!),
  });
  if (form === 'oral') return [oral];
  return form === 'oral_then_written' ? [oral, written()] : [written()];
}

function phiOf(inputs: Inputs): BreachFacts['phi'] {
  const state = inputs.get('phi_state');
  const isTaken = inputs.get('key_compromised');
  if (state === undefined) return { state: 'unsecured' };
  return { state: 'encrypted', keyCompromised: isTaken ? 'yes' : 'no', because: 'As the guidance says.' };
}

function contactOf(inputs: Inputs): ContactFacts {
  const found = [
    'individuals_with_insufficient_contact_information',
    'insufficient_first_mailing',
    'insufficient_after_returned_mail',
  ].map((name) => inputs.get<number>(name) ?? 0);
  return {
    insufficient: found,
    nextOfKinWithoutAddress: inputs.get('deceased_with_no_next_of_kin_address') ?? 0,
    postedOn: inputs.day('posted_on') ?? null,
  };
}

function recordsOf(inputs: Inputs): BreachFacts['records'] {
  const createdOn = inputs.day('document_created_on');
  if (!createdOn) return [];
  return [{ name: 'assessment', createdOn, lastInEffectOn: inputs.day('last_in_effect_on') ?? null }];
}

/** What the clock says, under the names of the vectors: those that this vector asks for. */
function saidOf(clock: BreachClock, expected: Record<string, unknown>, { parties }: BreachFacts): object {
  if ('per_covered_entity' in expected) {
    const asked = (expected['per_covered_entity'] as Record<string, unknown>[])[0]!;
    return {
      per_covered_entity: parties.map(({ id }) => ({ ...only(asked, entityWords(clock, id)), name: id })),
    };
  }
  return only(expected, { ...entityWords(clock, 'ce'), ...otherWords(clock, expected) });
}

function only(asked: Record<string, unknown>, said: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(asked).map((name) => [name, said[name]]));
}

function entityWords(clock: BreachClock, id: string): Record<string, unknown> {
  const duties = clock.duties.filter(({ by }) => by === id);
  const of = (...kinds: Duty['kind'][]) => duties.filter(({ kind }) => kinds.includes(kind));
  const [individuals] = of('individuals');
  const media = of('media');
  const [hhs] = of('hhs-with-individuals', 'hhs-annual-log');
  return {
    discovery_date: discoveryOf(clock, id),
    individual_notice_due: individuals?.dueOn,
    media_required: media.length > 0,
    media_states: media.map(({ jurisdiction }) => jurisdiction),
    media_due: media[0]?.dueOn ?? null,
    hhs_mode: hhs?.kind === 'hhs-annual-log' ? 'annual_log' : 'contemporaneous',
    hhs_due: hhs?.dueOn,
    earliest_notice_on: individuals?.earliestOn,
    notice_prohibited_through: individuals?.earliestOn && dayBefore(individuals.earliestOn),
    alternative_tolled_due: individuals?.ifSuspended,
  };
}

const discoveryOf = (clock: BreachClock, id: string) =>
  clock.discoveries.find(({ party }) => party === id)?.on;

/** Without the code under test: a day is a day of the calendar. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function otherWords(clock: BreachClock, expected: Record<string, unknown>): Record<string, unknown> {
  const due = (by: string) =>
    clock.duties.find((duty) => duty.kind === 'covered-entity' && duty.by === by)?.dueOn;
  const [substitute] = clock.duties.filter(({ kind }) => kind.startsWith('substitute'));
  const isPublic = substitute?.kind === 'substitute-public';
  const weekday = expected['individual_notice_due_weekday'];
  return {
    // Words of the vectors' author, not of the rule.
    ...only({ alternative_tolled_note: 0, form: 0, reason: 0 }, expected),
    individual_notice_due_weekday:
      weekday && weekdayOf(entityWords(clock, 'ce')['individual_notice_due'] as string),
    business_associate_to_covered_entity_due: due('ba'),
    ba_to_ce_due: due('ba'),
    subcontractor_to_ba_due: due('sub'),
    ba_discovery_date: discoveryOf(clock, 'ba'),
    substitute_notice_required: substitute !== undefined,
    web_or_media_posting_required: isPublic,
    toll_free_number_required: isPublic,
    last_day_of_90_day_posting: substitute?.posting?.lastDay,
    earliest_removal: substitute?.posting?.earliestRemovalOn,
    notification_required:
      clock.notice === 'presumed' ? 'unless low probability of compromise is demonstrated' : false,
    retain_through: clock.records[0]?.keepThrough,
  };
}

function weekdayOf(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
}
