import type { ObligationKind } from './obligation.js';

/** Two weekly reminders went to the owner by then. Our convention; the rule names no term. */
export const ESCALATED_AFTER_DAYS = 14;

/** Whether those who answer for compliance are told, too: remediation that its owner lets lie. */
export function isEscalated(kind: ObligationKind, daysOverdue: number): boolean {
  return kind === 'remediation-action.due' && daysOverdue >= ESCALATED_AFTER_DAYS;
}
