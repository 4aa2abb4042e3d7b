import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { PackProblem } from '../domain/pack-problem.js';

/** Nothing of a pack is installed while anything in it is wrong. */
export function packRefused(name: string, problems: readonly PackProblem[]): DomainError {
  const fieldErrors: Record<string, string[]> = {};
  for (const { path, message } of problems) (fieldErrors[path] ??= []).push(message);
  const first = problems.slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
  return new DomainError('pack.invalid', 'invalid', `${name} cannot be installed. ${first.join(' ')}`, {
    fieldErrors,
  });
}
