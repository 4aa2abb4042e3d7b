import { data } from 'react-router';
import { typedValues } from '~/api/answers.server';
import type { ApiProblem } from '~/api/problem';

/** A box that is not ticked is not sent: the form that comes back must know it as empty. */
export function refusedVendor(problem: ApiProblem, form: FormData) {
  const values = { ...typedValues(form), active: form.get('active') === null ? 'off' : 'on' };
  return data({ problem, values }, { status: problem.status });
}
