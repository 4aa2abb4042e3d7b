import { expect, it } from 'vitest';
import { escalationStep } from './escalation.js';

it.each([
  ['remediation-action.due', 'overdue', 13, null],
  ['remediation-action.due', 'overdue', 14, 'lies'],
  ['remediation-action.due', 'overdue', 90, 'lies'],
  ['remediation-action.due', 'due-soon', 14, null],
  ['remediation-lesson.due', 'overdue', 90, null],
  ['risk-analysis.review', 'overdue', 90, null],
  ['breach-notice.due', 'first', 45, null],
  ['breach-notice.due', 'due-soon', 8, null],
  ['breach-notice.due', 'due-soon', 7, 'near'],
  ['breach-notice.due', 'due-today', 0, 'near'],
  ['breach-notice.due', 'overdue', 1, 'late'],
] as const)('%s, %s by %i days: the step is %s', (kind, tone, days, step) => {
  expect(escalationStep(kind, { tone, days })).toBe(step);
});
