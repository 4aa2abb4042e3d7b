import type { ObligationKind } from './obligation.js';
import type { ReminderTone } from './reminder-tone.js';

/** Two weekly reminders went to the owner by then. Our convention; the rule names no term. */
export const ESCALATED_AFTER_DAYS = 14;
/** So many days before the outer limit of a breach notice others hear of it. Our convention, too. */
export const BREACH_ESCALATED_BEFORE_DAYS = 7;

/** How far it has come: those who answer for compliance are told once at each step. */
export type EscalationStep = 'lies' | 'near' | 'late';

/**
 * Whether those who answer for compliance are told, too: of remediation that its owner lets lie, and of a breach notice
 * that is near its outer limit or past it. `days` until the due date, or since it.
 */
export function escalationStep(
  kind: ObligationKind,
  { tone, days }: { tone: ReminderTone; days: number },
): EscalationStep | null {
  const isOverdue = tone === 'overdue';
  if (kind === 'remediation-action.due') return isOverdue && days >= ESCALATED_AFTER_DAYS ? 'lies' : null;
  if (kind !== 'breach-notice.due') return null;
  if (isOverdue) return 'late';
  return days <= BREACH_ESCALATED_BEFORE_DAYS ? 'near' : null;
}
