import {
  FEWEST,
  isLowerThanLess,
  levelPlace,
  MOST,
  unreachedLevels,
  type OwnLevel,
  type OwnScale,
  type OwnStep,
} from './own-scale.js';

/** What keeps a scale from being proposed. `path` is the field's, e.g. `likelihood.0.label` or `matrix.step-1.step-2`. */
export interface ScaleProblem {
  path: string;
  message: string;
}

const WORDS = {
  likelihood: 'steps of likelihood',
  impact: 'steps of impact',
  levels: 'levels',
} as const;

/**
 * What is missing or does not fit: between two and seven of each, each with a label of its own and a meaning, and a
 * matrix in which each cell has a level and more likelihood or impact never gives a lower one.
 */
export function scaleProblems(scale: OwnScale): ScaleProblem[] {
  return [
    ...rowProblems('likelihood', scale.likelihood),
    ...rowProblems('impact', scale.impact),
    ...rowProblems('levels', scale.levels),
    ...scale.levels.flatMap(({ responseGuide }, place) =>
      responseGuide.trim() === ''
        ? [{ path: `levels.${place}.responseGuide`, message: 'Say what you do about a risk at this level.' }]
        : [],
    ),
    ...matrixProblems(scale),
  ];
}

/** What is allowed and still worth a second look, in whole sentences. */
export function scaleWarnings(scale: OwnScale): string[] {
  return unreachedLevels(scale)
    .filter(({ label }) => label.trim() !== '')
    .map(
      ({ label }) =>
        `No meeting of likelihood and impact gives “${label}”, so no risk will ever stand at it. Use it in the matrix, or take it away.`,
    );
}

function rowProblems(list: keyof typeof WORDS, rows: readonly (OwnStep | OwnLevel)[]): ScaleProblem[] {
  const problems: ScaleProblem[] = [];
  if (rows.length < FEWEST || rows.length > MOST)
    problems.push({ path: list, message: `A scale has ${FEWEST} to ${MOST} ${WORDS[list]}.` });
  const seen = new Set<string>();
  rows.forEach(({ label, meaning }, place) => {
    const name = label.trim().toLowerCase();
    if (name === '') problems.push({ path: `${list}.${place}.label`, message: 'Give it a name.' });
    else if (seen.has(name))
      problems.push({
        path: `${list}.${place}.label`,
        message: `“${label}” is there already. Each needs a name of its own.`,
      });
    seen.add(name);
    if (meaning.trim() === '')
      problems.push({
        path: `${list}.${place}.meaning`,
        message: 'Say what it means, so that two people rate alike.',
      });
  });
  return problems;
}

function matrixProblems(scale: OwnScale): ScaleProblem[] {
  return scale.likelihood.flatMap((likelihood, row) =>
    scale.impact.flatMap((impact, column) => {
      const path = `matrix.${likelihood.id}.${impact.id}`;
      const where = `${likelihood.label || 'no name'} × ${impact.label || 'no name'}`;
      if (levelPlace(scale, row, column) < 0) return [{ path, message: `Choose a level for ${where}.` }];
      if (isLowerThanLess(scale, row, column))
        return [{ path, message: `At ${where}, more likelihood or impact gives a lower level.` }];
      return [];
    }),
  );
}
