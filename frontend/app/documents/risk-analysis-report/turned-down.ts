import type { AssessmentReport } from '../assessment-report';

type Dismissal = AssessmentReport['dismissals'][number];

export type TurnedDownTogether = Omit<Dismissal, 'subject'> & { subjects: string[] };

/** What one person turned down at one time for one reason is one decision, about however many things. */
export function turnedDownTogether(dismissals: readonly Dismissal[]): TurnedDownTogether[] {
  const decisions = new Map<string, TurnedDownTogether>();
  for (const { subject, ...decision } of dismissals) {
    const key = JSON.stringify([decision.pairTitle, decision.reason, decision.by, decision.at]);
    const known = decisions.get(key);
    if (known) known.subjects.push(subject);
    else decisions.set(key, { ...decision, subjects: [subject] });
  }
  return [...decisions.values()];
}
