import { attempt, read, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import { renameFields } from '~/api/rename-fields';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { checked, optionalNumber, optionalText, text } from '~/session/read-form.server';
import { US, type BreachFacts, type CoveredEntity } from './breach-parties';

/** What a form says about the facts, put into all of them. Null: its lines of States cannot be read. */
type Change = (facts: BreachFacts, form: FormData) => BreachFacts | null;

const CHANGES: Record<string, Change> = { count, knowledge, occurred, hold, vendor, unreached };

export const isFactsIntent = (intent: string): boolean => Object.hasOwn(CHANGES, intent);

/** Writes the facts of the clocks anew, with what one form says; refused where somebody else wrote them meanwhile. */
export async function changeFacts(api: Api, id: string, form: FormData) {
  const path = { id };
  const { facts } = await read(api.GET('/api/v1/incidents/{id}/facts', { params: { path } }));
  const changed = CHANGES[text(form, 'intent')]?.(facts, form);
  if (!changed) return refused(badStates(), form);
  const body = {
    seenRevision: Number(text(form, 'seenRevision')),
    facts: changed,
    reason: text(form, 'reason'),
  };
  const done = await attempt(api.PUT('/api/v1/incidents/{id}/facts', { params: { path }, body }));
  return done.ok
    ? redirectWithFlash(`/incidents/${id}/clocks`, t('incidents.factsSaved'))
    : refused(renameFields(done.problem, ownField), form);
}

function badStates(): ApiProblem {
  return {
    status: 400,
    code: 'request.invalid',
    title: '',
    fieldErrors: { states: [t('incidents.badStates')] },
  };
}

/** `facts.parties.0.counts.2.individuals` is the field `individuals` of the form that was sent. */
function ownField(path: string): string {
  const parts = path.split('.');
  if (parts.includes('residents')) return 'states';
  return parts.findLast((part) => !/^\d+$/.test(part)) ?? path;
}

function count(facts: BreachFacts, form: FormData): BreachFacts | null {
  const residents = statesOf(text(form, 'states'));
  if (!residents) return null;
  const counted = {
    asOf: text(form, 'asOf'),
    individuals: optionalNumber(form, 'individuals') as number,
    residents,
  };
  return ofEntity(facts, form, (party) => ({ ...party, counts: [...party.counts, counted] }));
}

/** `CO 540` on each line. */
function statesOf(typed: string): Record<string, number> | null {
  const residents: Record<string, number> = {};
  for (const line of typed.split(/[\n;]/).filter((each) => each.trim())) {
    const [, state, many] = /^\s*([a-z]{2})[\s:=]+(\d[\d,]*)\s*$/i.exec(line) ?? [];
    if (!state || !many || Object.hasOwn(residents, state.toUpperCase())) return null;
    residents[state.toUpperCase()] = Number(many.replaceAll(',', ''));
  }
  return residents;
}

function knowledge(facts: BreachFacts, form: FormData): BreachFacts {
  const known = {
    party: text(form, 'party'),
    on: text(form, 'on'),
    how: text(form, 'how') as BreachFacts['knowledge'][number]['how'],
    onlyByWhoCommittedIt: checked(form, 'onlyByWhoCommittedIt'),
  };
  return { ...facts, knowledge: [...facts.knowledge, known] };
}

function occurred(facts: BreachFacts, form: FormData): BreachFacts {
  return { ...facts, occurredOn: optionalText(form, 'occurredOn') };
}

function hold(facts: BreachFacts, form: FormData): BreachFacts {
  const stated = { to: text(form, 'to'), statedOn: text(form, 'statedOn') };
  const added =
    text(form, 'form') === 'oral'
      ? { form: 'oral' as const, ...stated }
      : { form: 'written' as const, ...stated, through: text(form, 'through') };
  return { ...facts, holds: [...facts.holds, added] };
}

function vendor(facts: BreachFacts, form: FormData): BreachFacts {
  const others = facts.parties.filter(({ id }) => id.startsWith('vendor-')).length;
  const added = {
    id: `vendor-${others + 1}`,
    role: 'business-associate' as const,
    name: text(form, 'name'),
    worksFor: [
      { party: US, asAgent: checked(form, 'asAgent'), contractDays: optionalNumber(form, 'contractDays') },
    ],
  };
  return { ...facts, parties: [...facts.parties, added] };
}

function unreached(facts: BreachFacts, form: FormData): BreachFacts {
  const more = optionalNumber(form, 'insufficient');
  const postedOn = optionalText(form, 'postedOn');
  return ofEntity(facts, form, (party) => ({
    ...party,
    contact: {
      ...party.contact,
      insufficient: more === null ? party.contact.insufficient : [...party.contact.insufficient, more],
      postedOn: postedOn ?? party.contact.postedOn,
    },
  }));
}

/** The facts with that covered entity changed which the form names. */
function ofEntity(
  facts: BreachFacts,
  form: FormData,
  change: (party: CoveredEntity) => CoveredEntity,
): BreachFacts {
  const named = text(form, 'party');
  return {
    ...facts,
    parties: facts.parties.map((party) =>
      party.role === 'covered-entity' && party.id === named ? change(party) : party,
    ),
  };
}
