import { repeated, type PackProblem } from './pack-problem.js';
import type { RiskScale, RiskScales } from './risk-scales.js';

export function scaleProblems(pack: RiskScales): PackProblem[] {
  return [
    ...repeated(
      'scales',
      pack.scales.map((scale) => scale.id),
    ),
    ...pack.scales.flatMap(problemsOfScale),
  ];
}

function problemsOfScale(scale: RiskScale): PackProblem[] {
  return [
    ...repeated(
      `${scale.id}.likelihood`,
      scale.likelihood.map((step) => step.id),
    ),
    ...repeated(
      `${scale.id}.impact`,
      scale.impact.map((step) => step.id),
    ),
    ...repeated(
      `${scale.id}.levels`,
      scale.levels.map((level) => level.id),
    ),
    ...matrixProblems(scale),
  ];
}

/** Every likelihood meets every impact in one known level, and more of either never gives a lower one. */
function matrixProblems(scale: RiskScale): PackProblem[] {
  const problems: PackProblem[] = [];
  const rank = new Map(scale.levels.map((level, index) => [level.id, index]));
  const at = (row: number, column: number): number | undefined =>
    rank.get(scale.matrix[scale.likelihood[row]?.id ?? '']?.[scale.impact[column]?.id ?? ''] ?? '');
  scale.likelihood.forEach((likelihood, row) =>
    scale.impact.forEach((impact, column) => {
      const path = `${scale.id}.matrix.${likelihood.id}.${impact.id}`;
      const level = at(row, column);
      if (level === undefined)
        problems.push({ path, message: 'This meeting of likelihood and impact has no known level.' });
      else if ((at(row - 1, column) ?? level) > level || (at(row, column - 1) ?? level) > level) {
        problems.push({ path, message: 'More likelihood or impact gives a lower level here.' });
      }
    }),
  );
  const strangers = [
    ...Object.keys(scale.matrix).filter((id) => !scale.likelihood.some((step) => step.id === id)),
    ...Object.values(scale.matrix).flatMap((row) =>
      Object.keys(row).filter((id) => !scale.impact.some((step) => step.id === id)),
    ),
  ];
  return [
    ...problems,
    ...strangers.map((id) => ({ path: `${scale.id}.matrix`, message: `${id} is no step of this scale.` })),
  ];
}
