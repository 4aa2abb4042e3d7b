import type { IncidentFacts } from './incident-words';

export type BreachFacts = IncidentFacts['facts'];
type Party = BreachFacts['parties'][number];
export type CoveredEntity = Extract<Party, { role: 'covered-entity' }>;

/** The organization's own party. */
export const US = 'us';

export function coveredEntities({ parties }: BreachFacts): CoveredEntity[] {
  return parties.filter((party) => party.role === 'covered-entity');
}

export function partyName({ parties }: BreachFacts, id: string): string {
  return parties.find((party) => party.id === id)?.name ?? id;
}

/** As a select lists them. */
export function partyChoices(parties: readonly Party[]) {
  return parties.map(({ id, name }) => ({ value: id, label: name }));
}
