/** What may stand in the way of withdrawing a draft. Risks and actions are named by their numbers. */
export interface WithdrawalFacts {
  /** The analysis that follows it. */
  followedBy: string | null;
  /** Came from the analysis before it, and somebody changed them since. */
  changedRisks: readonly number[];
  changedActions: readonly number[];
  /** Planned here, and neither finished nor cancelled. */
  openActions: readonly number[];
  /** Went on here under another number, since the same risk stood here already. */
  joinedRisks: readonly number[];
  /** Ratings that another scale cleared before it was kept what they were. */
  lostRatings: readonly number[];
}

/** Why nobody can withdraw it now, with what to do about each; empty: it can be withdrawn. */
export function withdrawalObstacles(facts: WithdrawalFacts): string[] {
  const obstacles: string[] = [];
  if (facts.followedBy !== null)
    obstacles.push(`“${facts.followedBy}” follows this analysis: withdraw that one first.`);
  if (facts.openActions.length > 0)
    obstacles.push(
      `Planned here and not finished: ${some(facts.openActions, 'A')}. Cancel them, or have them finished and checked.`,
    );
  const changed = [some(facts.changedRisks, 'R'), some(facts.changedActions, 'A')].filter(Boolean).join(', ');
  if (changed !== '')
    obstacles.push(
      `Taken over from the analysis before, and changed since: ${changed}. That work would be lost: go on with this analysis instead.`,
    );
  if (facts.joinedRisks.length > 0)
    obstacles.push(
      `These risks of the analysis before were joined with ones here: ${some(facts.joinedRisks, 'R')}. They cannot be parted again: go on with this analysis instead.`,
    );
  if (facts.lostRatings.length > 0)
    obstacles.push(
      `The ratings of ${some(facts.lostRatings, 'R')} were cleared by another scale and cannot be given back: go on with this analysis instead.`,
    );
  return obstacles;
}

const NAMED = 8;

function some(numbers: readonly number[], letter: 'A' | 'R'): string {
  const more = numbers.length - NAMED;
  const named = numbers
    .slice(0, NAMED)
    .map((number) => `${letter}-${number}`)
    .join(', ');
  return more > 0 ? `${named} and ${more.toLocaleString('en')} more` : named;
}
