import type { Fact } from '../parts/facts';
import { label, small, type Beside, type Part } from './blocks';

/** A label and what stands under it, so many in a line; what is empty is left out. */
export function drawnFacts(facts: readonly Fact[], columns: number, width: number): Part[] {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const lines = Array.from({ length: Math.ceil(known.length / columns) }, (_, line) =>
    known.slice(line * columns, (line + 1) * columns),
  );
  return lines.map((line): Beside => ({
    gap: 5,
    columns: line.map(([name, value]) => ({
      width: width / columns,
      parts: [label(name), small(String(value))],
    })),
  }));
}
