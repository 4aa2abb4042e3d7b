import { data } from 'react-router';
import { typedValues } from '~/api/answers.server';
import type { ApiProblem } from '~/api/problem';

/** Boxes that are not ticked are not sent: a form that comes back must know them as empty, not as untouched. */
export function refusedWithBoxes(problem: ApiProblem, form: FormData, boxes: readonly string[]) {
  const values = typedValues(form);
  for (const name of boxes) values[name] = form.get(name) === null ? 'off' : 'on';
  for (const name of ['phiTypes', 'phiActivities'])
    values[name] = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(',');
  return data({ problem, values }, { status: problem.status });
}
