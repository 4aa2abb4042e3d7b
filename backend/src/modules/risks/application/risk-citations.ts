import type { ThreatCatalog } from '../../compliance/index.js';

/** Each once: what its threat and weak point, or its finding, are about. */
export function citationsOf(
  risk: { threatId: string | null; vulnerabilityId: string | null },
  { threats, vulnerabilities }: ThreatCatalog,
  ofFinding: readonly string[],
): string[] {
  const threat = threats.find(({ id }) => id === risk.threatId);
  const weakPoint = vulnerabilities.find(({ id }) => id === risk.vulnerabilityId);
  return [...new Set([...(threat?.citations ?? []), ...(weakPoint?.citations ?? []), ...ofFinding])];
}
