import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { BreachFigures } from '../../compliance/index.js';
import type { BreachClockView } from '../breach-clock.schemas.js';
import { breachClock } from '../domain/clock/breach-clock.js';
import type { BreachFacts } from '../domain/clock/breach-facts.js';
import { factsProblems } from '../domain/clock/facts-problems.js';
import { breachRuleOf } from './breach-rule-of.js';

/**
 * The clocks of these facts by these figures; facts that do not fit together are refused by field.
 * `under`: where the facts stand in the request.
 */
export function runBreachClock(facts: BreachFacts, figures: BreachFigures, under = ''): BreachClockView {
  const rule = breachRuleOf(figures);
  const problems = factsProblems(facts, rule);
  if (problems.length > 0) {
    const fieldErrors: Record<string, string[]> = {};
    for (const { path, message } of problems) (fieldErrors[`${under}${path}`] ??= []).push(message);
    throw new DomainError('breach-clock.facts', 'invalid', 'Some of these facts do not fit together.', {
      fieldErrors,
    });
  }
  const { pack, version } = figures;
  return { rule: { pack, version }, ...breachClock(facts, rule) };
}
