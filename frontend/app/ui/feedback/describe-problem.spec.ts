import { expect, it } from 'vitest';
import type { ApiProblem } from '~/api/problem';
import { describeProblem } from './describe-problem';

const refusedFor = (...fields: string[]): ApiProblem =>
  // Nothing else is read of a refusal by field.
  ({ status: 400, fieldErrors: Object.fromEntries(fields.map((field) => [field, ['Wrong.']])) }) as never;

it('speaks of the file where only that is refused, and of fields elsewhere', () => {
  expect(describeProblem(refusedFor('file'), true)).toEqual({
    happened: 'This file cannot be used as it is.',
    kept: 'Nothing was changed, and what you typed is still there.',
    todo: 'Its field says why. Choose the mended file, or another one.',
  });
  for (const problem of [refusedFor('title'), refusedFor('file', 'title')])
    expect(describeProblem(problem, true).todo).toBe('Correct the marked fields and save again.');
});

it('promises nothing about a change whose answer never came', () => {
  // Nothing else is read of it.
  const problem = { status: 502, code: 'backend.interrupted' } as never;
  expect(describeProblem(problem, true)).toEqual({
    happened: 'The server behind this page stopped before it answered.',
    kept: 'We cannot say whether this was saved. What you typed is kept in this page while you leave it open.',
    todo: 'Look in a new tab whether it was saved, before you save it again.',
  });
});

it('does not speak of the role where a form is of an earlier session', () => {
  // Nothing else is read of it.
  const problem = { status: 403, code: 'access.form-token' } as never;
  const { happened, kept, todo } = describeProblem(problem, true);
  expect(happened).toContain('before you signed in again');
  expect(kept).toBe('Everything you typed is still in the form.');
  expect(todo).toContain('Reload the page');
});
