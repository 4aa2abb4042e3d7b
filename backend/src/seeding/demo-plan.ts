import type { DemoClient } from './demo-client.js';
import type { DemoAction } from './demo-story.js';

interface Effect {
  risk: { id: string };
  riskVersion: number;
  isToDecide: boolean;
}
export interface ToldAction {
  id: string;
  title: string;
  version: number;
  effects: Effect[];
  waitsFor: object[];
}

/** What a new action costs each year, and what is expected to remain of its risk. */
export function planOf({ yearlyBudgetCents, expected }: DemoAction): object {
  return {
    yearlyBudgetCents: yearlyBudgetCents ?? null,
    expectedLikelihood: expected?.[0] ?? null,
    expectedImpact: expected?.[1] ?? null,
  };
}

/** Names the further risks that actions lower, and what they wait for: once all of them are there. */
export async function relateActions(
  officer: DemoClient,
  assessmentId: string,
  told: readonly DemoAction[],
  riskIdOf: (risk: DemoAction['risk']) => string,
): Promise<void> {
  const made = await officer.all<{ id: string; title: string }>(`/actions?assessmentId=${assessmentId}`);
  const idOf = (title: string) => made.find((action) => action.title === title)!.id;
  for (const action of told) {
    let seen = await officer.get<ToldAction>(`/actions/${idOf(action.title)}`);
    for (const { risk, expected } of action.alsoLowers ?? []) {
      const [expectedLikelihood, expectedImpact] = expected;
      if (seen.effects.some((effect) => effect.risk.id === riskIdOf(risk))) continue;
      const path = `/actions/${seen.id}/risks/${riskIdOf(risk)}`;
      seen = await officer.put<ToldAction>(path, { expectedLikelihood, expectedImpact }, seen.version);
    }
    if (seen.waitsFor.length > 0) continue;
    for (const title of action.waitsFor ?? [])
      seen = await officer.post<ToldAction>(
        `/actions/${seen.id}/dependencies`,
        { waitsForId: idOf(title) },
        seen.version,
      );
  }
}

/** What who validates an action decides about its risks. */
export function decisionsOn({ effects }: ToldAction, { leftBecause }: DemoAction): object[] {
  return effects
    .filter(({ isToDecide }) => isToDecide)
    .map(({ risk, riskVersion }) => ({
      riskId: risk.id,
      riskVersion,
      ...(leftBecause ? { decision: 'leave', reason: leftBecause } : { decision: 'move' }),
    }));
}
