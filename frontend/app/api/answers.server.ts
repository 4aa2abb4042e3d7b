import { data } from 'react-router';
import { toProblem, type ApiProblem } from './problem';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

type Attempt<T> = { ok: true; data: T } | { ok: false; problem: ApiProblem };

/** For loaders: the data, or the page's error boundary with the problem's status. */
export async function read<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data: body, error, response } = await answer;
  if (response.ok && body !== undefined && body !== null) return body;
  const problem = toProblem(response, error);
  if (!namesNothing(problem)) throw data(problem, { status: response.status });
  throw data({ ...problem, status: 404, code: 'page.404' }, { status: 404 });
}

const ID_FIELD = /^id$|Id$/;

/** Only ids of the address were refused, and no record has such an id: nobody entered anything, there is no such page. */
function namesNothing({ code, fieldErrors = {} }: ApiProblem): boolean {
  const fields = Object.keys(fieldErrors);
  return code === 'request.invalid' && fields.length > 0 && fields.every((field) => ID_FIELD.test(field));
}

/** For actions: the outcome as a value, so that a refusal goes back to the form with what was typed. */
export async function attempt<T>(answer: Promise<Answer<T>>): Promise<Attempt<T>> {
  const { data: body, error, response } = await answer;
  if (response.ok) return { ok: true, data: body as T };
  return { ok: false, problem: toProblem(response, error) };
}

/** What an action returns when the backend said no: the problem, and every text as it was typed. */
export function refused(problem: ApiProblem, form: FormData) {
  return data({ problem, values: typedValues(form) }, { status: problem.status });
}

const NEVER_SENT_BACK = /password|csrf/i;

export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !NEVER_SENT_BACK.test(name)) values[name] = value;
  }
  return values;
}

/** The version that a form was rendered from: the change is refused (412) when somebody saved in between. */
export function ifMatch(version: FormDataEntryValue | number | null): { 'If-Match': string } {
  return { 'If-Match': version === null || version instanceof File ? '"v"' : `"v${version}"` };
}
