import type { ThreatCatalog, ThreatPair } from '../../compliance/index.js';
import type { RatingScale, ScaleStep } from '../domain/rating-scale.js';
import { suggestedStep } from '../domain/suggested-step.js';
import type { PairView, ProposalPage } from '../proposal.schemas.js';

/** Writes pairs as people read them, with where to begin on this scale. */
export function pairWords(catalog: ThreatCatalog, scale: RatingScale): (pair: ThreatPair) => PairView {
  const threats = new Map(catalog.threats.map((row) => [row.id, row]));
  const vulnerabilities = new Map(catalog.vulnerabilities.map((row) => [row.id, row]));
  const safeguards = new Map(catalog.safeguards.map((row) => [row.id, row]));
  return (pair) => {
    const [threat, vulnerability] = [threats.get(pair.threat)!, vulnerabilities.get(pair.vulnerability)!];
    return {
      pairId: pair.id,
      threat,
      vulnerability,
      rationale: pair.rationale,
      suggestedLikelihood: step(scale.likelihood, pair.suggestedLikelihood),
      suggestedImpact: step(scale.impact, pair.suggestedImpact),
      safeguards: pair.safeguards.flatMap((id) => safeguards.get(id) ?? []),
      citations: [...new Set([...threat.citations, ...vulnerability.citations])],
    };
  };
}

/** The threats and vulnerabilities of the pack, by their titles. */
export function pairChoices({ threats, vulnerabilities }: ThreatCatalog): ProposalPage['choices'] {
  const titles = (rows: readonly { id: string; title: string }[]) =>
    rows.map(({ id, title }) => ({ id, title })).sort((one, other) => one.title.localeCompare(other.title));
  return { threats: titles(threats), vulnerabilities: titles(vulnerabilities) };
}

function step(steps: readonly ScaleStep[], suggested: string): { id: string; label: string } | null {
  const id = suggestedStep(steps, suggested);
  return steps.find((candidate) => candidate.id === id) ?? null;
}
