import type { DemoClient } from './demo-client.js';
import type { DemoAssessment, DemoEvidence } from './demo-story.js';

interface Specification {
  requirementId: string;
  decision: { id: string; evidence: object[] } | null;
  earlier: { version: number } | null;
  proposed: boolean;
}
type Answer = { items: Specification[] };

/** Decides about the addressable specifications of a story with what shows it; confirms what was decided the year before. */
export async function decideSpecifications(
  officer: DemoClient,
  assessmentId: string,
  { specifications, specificationsConfirmed = [] }: DemoAssessment,
): Promise<void> {
  const path = `/assessments/${assessmentId}/specifications`;
  let { items } = await officer.get<Answer>(path);
  const undecided = items.filter(({ decision }) => decision === null);
  for (const { requirementId, earlier } of undecided) {
    const told = specifications[requirementId];
    if (told) {
      const { evidence: _shown, ...decision } = told;
      ({ items } = await officer.put<Answer>(`${path}/${requirementId}`, decision));
    } else if (earlier && specificationsConfirmed.includes(requirementId)) {
      const seen = { earlierVersion: earlier.version };
      ({ items } = await officer.post<Answer>(`${path}/${requirementId}/confirmation`, seen));
    }
  }
  if (items.some(({ proposed }) => proposed)) ({ items } = await officer.post<Answer>(`${path}/as-answered`));
  for (const { requirementId, decision } of items) {
    const shown = specifications[requirementId]?.evidence;
    if (shown && decision?.evidence.length === 0) await show(officer, decision.id, shown);
  }
}

async function show(officer: DemoClient, decisionId: string, evidence: DemoEvidence): Promise<void> {
  const { title, note, file } = evidence;
  const form = new FormData();
  form.set('title', title);
  form.set('note', note);
  if (file) form.set('file', new Blob([file.lines.join('\n')]), file.name);
  await officer.post(`/addressable-decisions/${decisionId}/evidence`, form);
}
