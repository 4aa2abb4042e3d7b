import { expect, it } from 'vitest';
import { isEscalated } from './escalation.js';

it.each([
  ['remediation-action.due', 13, false],
  ['remediation-action.due', 14, true],
  ['remediation-action.due', 90, true],
  ['remediation-lesson.due', 90, false],
  ['risk-analysis.review', 90, false],
] as const)('%s, %i days late: escalated is %s', (kind, days, told) => {
  expect(isEscalated(kind, days)).toBe(told);
});
