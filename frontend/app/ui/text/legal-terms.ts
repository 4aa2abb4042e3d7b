import pack from '../../../../seed/reference/terms/2026.1/pack.json';

export interface LegalTerm {
  id: string;
  term: string;
  short: string;
  long?: string;
  citations: string[];
}

export const legalTerms: readonly LegalTerm[] = pack.terms;

const byId = new Map(legalTerms.map((term) => [term.id, term]));

export function legalTerm(id: string): LegalTerm | undefined {
  return byId.get(id);
}
