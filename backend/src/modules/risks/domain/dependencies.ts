/** An action and one that it waits for, by their numbers in the plan. */
export interface Wait {
  action: number;
  waitsFor: number;
}

/**
 * The way on which `from` already waits for `to`, both ends included; null where it does not. If it does, `to` cannot wait
 * for `from`: nobody could begin.
 */
export function wayBetween(waits: readonly Wait[], from: number, to: number): number[] | null {
  const came = new Map<number, number | null>([[from, null]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === to) return wayTo(came, to);
    for (const { waitsFor } of waits.filter(({ action }) => action === at)) {
      if (came.has(waitsFor)) continue;
      came.set(waitsFor, at);
      queue.push(waitsFor);
    }
  }
  return null;
}

function wayTo(came: ReadonlyMap<number, number | null>, end: number): number[] {
  const way: number[] = [];
  for (let at: number | null = end; at !== null; at = came.get(at) ?? null) way.unshift(at);
  return way;
}
