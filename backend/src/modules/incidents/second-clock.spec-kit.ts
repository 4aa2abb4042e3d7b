/** The last days for the notices of the HIPAA Breach Notification Rule, 45 CFR 164.400 to 164.414. */

export interface SecondFacts {
  occurredOn: string | null;
  phi: SecondPhi;
  parties: readonly SecondParty[];
  knowledge: readonly SecondKnowledge[];
  holds: readonly SecondHold[];
  records: readonly SecondRecord[];
}
export type SecondPhi =
  | { state: 'unsecured' }
  | { state: 'encrypted'; keyCompromised: 'yes' | 'no' | 'unknown'; because: string }
  | { state: 'destroyed'; because: string };
export type SecondParty = SecondCoveredEntity | SecondBusinessAssociate;
export interface SecondCoveredEntity {
  id: string;
  role: 'covered-entity';
  name: string;
  counts: readonly SecondCount[];
  contact: SecondContact;
}
export interface SecondBusinessAssociate {
  id: string;
  role: 'business-associate';
  name: string;
  worksFor: readonly SecondEngagement[];
}
export interface SecondEngagement {
  party: string;
  asAgent: boolean;
  contractDays: number | null;
}
export interface SecondCount {
  asOf: string;
  individuals: number;
  residents: Readonly<Partial<Record<string, number>>>;
}
export interface SecondContact {
  insufficient: readonly number[];
  nextOfKinWithoutAddress: number;
  postedOn: string | null;
}
export interface SecondKnowledge {
  party: string;
  on: string;
  how: 'known' | 'reasonable-diligence' | 'told';
  onlyByWhoCommittedIt: boolean;
}
export type SecondHold =
  | { form: 'written'; to: string; statedOn: string; through: string }
  | { form: 'oral'; to: string; statedOn: string };
export interface SecondRecord {
  name: string;
  createdOn: string;
  lastInEffectOn: string | null;
}

export interface SecondDuty {
  kind:
    | 'individuals'
    | 'substitute-written'
    | 'substitute-public'
    | 'media'
    | 'hhs-with-individuals'
    | 'hhs-annual-log'
    | 'covered-entity'
    | 'contract';
  by: string;
  to: string | null;
  jurisdiction: string | null;
  dueOn: string;
  earliestOn: string | null;
  provisional: boolean;
  ifSuspended: string | null;
  posting: { postedOn: string; lastDay: string; earliestRemovalOn: string } | null;
}
export interface SecondClock {
  notice: 'presumed' | 'not-unsecured' | 'before-the-rule';
  discoveries: { party: string; on: string }[];
  duties: SecondDuty[];
  records: { name: string; keepThrough: string }[];
}

/** A day as a whole number; day 1 is 0001-01-01. */
type Day = number;
/** Days on which law enforcement bars the notice, both ends included. */
interface Bar {
  first: Day;
  last: Day;
}
type Timing = Pick<SecondDuty, 'dueOn' | 'earliestOn' | 'ifSuspended'>;

const RULE_APPLIES_FROM = '2009-09-23'; // 164.400
const OUTER_LIMIT = 60; // 164.404(b), 164.406(b), 164.408(c), 164.410(b)
const ORAL_HOLD = 30; // 164.412(b)
const POSTING = 90; // 164.404(d)(2)(ii)
const YEARS_KEPT = 6; // 164.530(j)(2)

/** What is owed, by whom and until when. */
export function secondClock(facts: SecondFacts): SecondClock {
  const notice = noticeFor(facts);
  const known = facts.parties.flatMap((party) => {
    const discovered = discoveryOf(party.id, facts);
    return discovered === null ? [] : [{ party, discovered }];
  });
  return {
    notice,
    discoveries: known.map(({ party, discovered }) => ({ party: party.id, on: written(discovered) })),
    duties:
      notice === 'presumed'
        ? known.flatMap(({ party, discovered }) => dutiesOf(party, discovered, facts.holds))
        : [],
    records: facts.records.map((record) => ({ name: record.name, keepThrough: keepThrough(record) })),
  };
}

/** 164.400: breaches from 23 September 2009; 164.402: only of unsecured information. */
function noticeFor({ occurredOn, phi }: SecondFacts): SecondClock['notice'] {
  if (occurredOn !== null && occurredOn < RULE_APPLIES_FROM) return 'before-the-rule';
  if (phi.state === 'destroyed') return 'not-unsecured';
  if (phi.state === 'encrypted' && phi.keyCompromised === 'no') return 'not-unsecured';
  return 'presumed';
}

/** 164.404(a)(2), 164.410(a)(2): the first day on which the party, or an agent of it, knew or should have known. */
function discoveryOf(party: string, facts: SecondFacts): Day | null {
  const imputed = withAgents(party, facts.parties);
  const days = facts.knowledge
    .filter((event) => imputed.has(event.party) && !event.onlyByWhoCommittedIt)
    .map((event) => dayOf(event.on));
  return days.length === 0 ? null : Math.min(...days);
}

/** The party, its agents, their agents, and so on; each once, even where engagements run in a circle. */
function withAgents(principal: string, parties: readonly SecondParty[]): Set<string> {
  const found = new Set([principal]);
  for (const id of found) {
    for (const party of parties) {
      if (party.role !== 'business-associate') continue;
      if (party.worksFor.some((engagement) => engagement.party === id && engagement.asAgent))
        found.add(party.id);
    }
  }
  return found;
}

function dutiesOf(party: SecondParty, discovered: Day, holds: readonly SecondHold[]): SecondDuty[] {
  const bars = barsOn(party.id, holds).filter((bar) => bar.last >= discovered);
  const timing = (limit: Day): Timing => held(limit, discovered, bars);
  return party.role === 'covered-entity'
    ? ofCoveredEntity(party, discovered, timing)
    : ofAssociate(party, discovered, timing);
}

/** 164.404, 164.406, 164.408 */
function ofCoveredEntity(
  entity: SecondCoveredEntity,
  discovered: Day,
  timing: (limit: Day) => Timing,
): SecondDuty[] {
  const count = latest(entity.counts);
  if (count?.individuals === 0) return [];
  const withIndividuals = timing(discovered + OUTER_LIMIT);
  const duties = [duty('individuals', entity.id, withIndividuals)];

  const substitute = substituteFor(entity.contact);
  if (substitute !== null)
    duties.push(duty(substitute.kind, entity.id, withIndividuals, { posting: substitute.posting }));

  for (const jurisdiction of jurisdictionsForMedia(count)) {
    duties.push(duty('media', entity.id, withIndividuals, { jurisdiction }));
  }
  if (count === null || count.individuals >= 500) {
    duties.push(duty('hhs-with-individuals', entity.id, withIndividuals, { provisional: count === null }));
  } else {
    duties.push(duty('hhs-annual-log', entity.id, timing(endOfYear(discovered) + OUTER_LIMIT)));
  }
  return duties;
}

/** 164.410: to each party it works for, by the rule once, and by each contract that names its own time. */
function ofAssociate(
  associate: SecondBusinessAssociate,
  discovered: Day,
  timing: (limit: Day) => Timing,
): SecondDuty[] {
  const principals = [...new Set(associate.worksFor.map((engagement) => engagement.party))];
  const byRule = principals.map((to) =>
    duty('covered-entity', associate.id, timing(discovered + OUTER_LIMIT), { to }),
  );
  const byContract = associate.worksFor.flatMap(({ party: to, contractDays }) =>
    contractDays === null ? [] : [duty('contract', associate.id, timing(discovered + contractDays), { to })],
  );
  return [...byRule, ...byContract];
}

function duty(
  kind: SecondDuty['kind'],
  by: string,
  timing: Timing,
  more: Partial<SecondDuty> = {},
): SecondDuty {
  return { kind, by, to: null, jurisdiction: null, provisional: false, posting: null, ...timing, ...more };
}

/** The count of the greatest day; of one day the later in the list. */
function latest(counts: readonly SecondCount[]): SecondCount | null {
  let found: SecondCount | null = null;
  for (const count of counts) if (found === null || count.asOf >= found.asOf) found = count;
  return found;
}

/** 164.406(a): more than 500 residents of one State or jurisdiction; 500 are not enough. */
function jurisdictionsForMedia(count: SecondCount | null): string[] {
  if (count === null) return [];
  return Object.keys(count.residents)
    .filter((state) => (count.residents[state] ?? 0) > 500)
    .sort();
}

/** 164.404(d)(2): fewer than 10 or 10 and more without good addresses; next of kin do not count. */
function substituteFor(
  contact: SecondContact,
): { kind: SecondDuty['kind']; posting: SecondDuty['posting'] } | null {
  const unreachable = contact.insufficient.reduce((sum, returned) => sum + returned, 0);
  if (unreachable === 0) return null;
  if (unreachable < 10) return { kind: 'substitute-written', posting: null };
  return { kind: 'substitute-public', posting: postingFrom(contact.postedOn) };
}

/** The posting's first day is the first of its 90. */
function postingFrom(postedOn: string | null): SecondDuty['posting'] {
  if (postedOn === null) return null;
  const removal = dayOf(postedOn) + POSTING;
  return { postedOn, lastDay: written(removal - 1), earliestRemovalOn: written(removal) };
}

/** 164.412: the days barred by the statements made to this party, by first day, written before oral. */
function barsOn(party: string, holds: readonly SecondHold[]): Bar[] {
  const bars: Bar[] = [];
  let oral: Day | null = null;
  for (const hold of holds) {
    if (hold.to !== party) continue;
    const stated = dayOf(hold.statedOn);
    if (hold.form === 'oral') oral = oral === null ? stated : Math.min(oral, stated);
    else if (hold.through >= hold.statedOn) bars.push({ first: stated, last: dayOf(hold.through) });
  }
  if (oral !== null) bars.push(...oralBar(oral, bars));
  return bars.sort((a, b) => a.first - b.first);
}

/** 164.412(b): 30 days from the oral statement, or until a written one of that time takes its place. */
function oralBar(stated: Day, inWriting: readonly Bar[]): Bar[] {
  const end = stated + ORAL_HOLD;
  const replacedOn = inWriting.map((bar) => bar.first).filter((first) => first >= stated && first <= end);
  const last = replacedOn.length === 0 ? end : Math.min(...replacedOn) - 1;
  return last < stated ? [] : [{ first: stated, last }];
}

/** 164.412: a limit that falls on a barred day moves to the day after the bar; a bar that begins past the limit is idle. */
function held(limit: Day, discovered: Day, bars: readonly Bar[]): Timing {
  let due = limit;
  const counted: Bar[] = [];
  for (const bar of bars) {
    if (bar.first > due) continue;
    counted.push(bar);
    if (bar.last >= due) due = bar.last + 1;
  }
  if (counted.length === 0) return { dueOn: written(due), earliestOn: null, ifSuspended: null };
  const free = Math.max(...counted.map((bar) => bar.last)) + 1;
  const suspended = limit + daysSuspended(counted, discovered);
  return { dueOn: written(due), earliestOn: written(free), ifSuspended: written(suspended) };
}

/** The other reading of 164.412: from the first to the last day of each unbroken run, none before the discovery. */
function daysSuspended(bars: readonly Bar[], discovered: Day): number {
  const runs: Bar[] = [];
  for (const { first, last } of bars) {
    const run = runs.at(-1);
    if (run !== undefined && first <= run.last + 1) run.last = Math.max(run.last, last);
    else runs.push({ first: Math.max(first, discovered), last });
  }
  return runs.reduce((sum, run) => sum + run.last - run.first, 0);
}

/** 164.414(a), 164.530(j)(2): six years from its making or from when it last was in effect, whichever is later. */
function keepThrough({ createdOn, lastInEffectOn }: SecondRecord): string {
  const from = lastInEffectOn !== null && lastInEffectOn > createdOn ? lastInEffectOn : createdOn;
  const [year, month, day] = parts(from);
  const end = year + YEARS_KEPT;
  return day > daysIn(end, month) ? spelled(end, month + 1, 1) : spelled(end, month, day);
}

// The calendar.

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1]!;
}
function daysBefore(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}
function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
function spelled(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
function dayOf(date: string): Day {
  const [year, month, day] = parts(date);
  let days = daysBefore(year) + day;
  for (let earlier = 1; earlier < month; earlier++) days += daysIn(year, earlier);
  return days;
}
function yearOf(day: Day): number {
  let year = Math.max(1, Math.floor(day / 366));
  while (daysBefore(year + 1) < day) year++;
  return year;
}
function endOfYear(day: Day): Day {
  return daysBefore(yearOf(day) + 1);
}
function written(day: Day): string {
  const year = yearOf(day);
  let rest = day - daysBefore(year);
  let month = 1;
  while (rest > daysIn(year, month)) rest -= daysIn(year, month++);
  return spelled(year, month, rest);
}
