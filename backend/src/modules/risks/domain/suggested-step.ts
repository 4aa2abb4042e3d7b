import type { ScaleStep } from './rating-scale.js';

/** The steps that the pack of threats suggests by, with their place between 0 and 10. */
const SUGGESTED: Readonly<Record<string, number>> = {
  'very-low': 0,
  low: 2,
  moderate: 5,
  high: 8,
  'very-high': 10,
};

/** A suggestion in the words of the assessment's own scale: the same step, or the one at the same height. */
export function suggestedStep(steps: readonly ScaleStep[], suggested: string): string | null {
  if (steps.some((step) => step.id === suggested)) return suggested;
  const height = SUGGESTED[suggested];
  if (height === undefined || steps.length === 0) return null;
  return steps[Math.round((height / 10) * (steps.length - 1))]!.id;
}
