import type { BreachFacts, CoveredEntity, Party } from './breach-facts.js';
import type { BreachRule } from './breach-rule.js';

export interface FactsProblem {
  /** Where in the facts: `parties.0.counts.1.residents`. */
  path: string;
  message: string;
}

/** What does not fit together, by field; none: the clocks can be worked out. */
export function factsProblems(facts: BreachFacts, rule: BreachRule): FactsProblem[] {
  return [
    ...partyProblems(facts.parties),
    ...knowledgeProblems(facts),
    ...holdProblems(facts),
    ...facts.parties.flatMap((party, at) =>
      party.role === 'covered-entity' ? countProblems(party, `parties.${at}`, rule) : [],
    ),
  ];
}

function partyProblems(parties: readonly Party[]): FactsProblem[] {
  const problems: FactsProblem[] = [];
  const ids = parties.map(({ id }) => id);
  if (!parties.some(({ role }) => role === 'covered-entity'))
    problems.push({ path: 'parties', message: 'Name the covered entity whose information it is.' });
  parties.forEach((party, at) => {
    if (ids.indexOf(party.id) !== at)
      problems.push({ path: `parties.${at}.id`, message: `“${party.id}” names two parties.` });
    if (party.role === 'covered-entity') return;
    party.worksFor.forEach((engagement, place) => {
      const path = `parties.${at}.worksFor.${place}.party`;
      if (!ids.includes(engagement.party))
        problems.push({ path, message: `There is no party “${engagement.party}”.` });
      else if (worksBelow(parties, engagement.party, party.id))
        problems.push({ path, message: 'Each works for the other: leave one of the two out.' });
    });
  });
  return problems;
}

/** Whether `id` is `below`, or works for it by whatever detour. */
function worksBelow(parties: readonly Party[], id: string, below: string, seen = new Set<string>()): boolean {
  if (id === below) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return parties.some(
    (party) =>
      party.id === id &&
      party.role === 'business-associate' &&
      party.worksFor.some((engagement) => worksBelow(parties, engagement.party, below, seen)),
  );
}

function knowledgeProblems({ occurredOn, parties, knowledge }: BreachFacts): FactsProblem[] {
  const problems: FactsProblem[] = [];
  if (!knowledge.some(({ onlyByWhoCommittedIt }) => !onlyByWhoCommittedIt)) {
    const message =
      'Say who knew of it, and since when. What only the person who committed it knows does not count. 45 CFR 164.404(a)(2)';
    problems.push({ path: 'knowledge', message });
  }
  knowledge.forEach(({ party, on }, at) => {
    if (!parties.some(({ id }) => id === party))
      problems.push({ path: `knowledge.${at}.party`, message: `There is no party “${party}”.` });
    if (occurredOn !== null && on < occurredOn)
      problems.push({ path: `knowledge.${at}.on`, message: 'Nobody can know of it before it happened.' });
  });
  return problems;
}

function holdProblems({ parties, holds }: BreachFacts): FactsProblem[] {
  return holds.flatMap((hold, at) => {
    const problems: FactsProblem[] = [];
    if (!parties.some(({ id }) => id === hold.to))
      problems.push({ path: `holds.${at}.to`, message: `There is no party “${hold.to}”.` });
    if (hold.form === 'written' && hold.through < hold.statedOn)
      problems.push({ path: `holds.${at}.through`, message: 'It ends before it was stated.' });
    return problems;
  });
}

function countProblems(
  { counts }: CoveredEntity,
  path: string,
  { jurisdictions }: BreachRule,
): FactsProblem[] {
  return counts.flatMap(({ individuals, residents }, at) => {
    const here = `${path}.counts.${at}.residents`;
    const unknown = Object.keys(residents).filter((state) => !jurisdictions.includes(state));
    const problems = unknown.map((state) => ({
      path: `${here}.${state}`,
      message: `“${state}” is no State or jurisdiction: two letters of the 50 States, DC, PR, GU, VI, AS or MP.`,
    }));
    const living = Object.values(residents).reduce<number>((sum, count = 0) => sum + count, 0);
    if (living > individuals) {
      const message = `${living} residents are more than the ${individuals} individuals.`;
      problems.push({ path: here, message });
    }
    return problems;
  });
}
