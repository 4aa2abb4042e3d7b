import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** What may be due. Later modules add theirs. */
export const OBLIGATION_KINDS = [
  'risk-analysis.review',
  'risk-analysis.change-review',
  'remediation-action.due',
  'remediation-milestone.due',
  'risk-acceptance.end',
  'remediation-lesson.due',
  'record.review',
  'breach-notice.due',
  'incident.open',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export type ObligationStatus = 'open' | 'met' | 'cancelled';

/** The record that something is due for. */
export interface Subject {
  type:
    | 'assessment'
    | 'change-review'
    | 'remediation-action'
    | 'remediation-milestone'
    | 'remediation-lesson'
    | 'risk'
    /** The records that one member looks after. */
    | 'record-review'
    /** Those that nobody looks after. */
    | 'unowned-review'
    | 'breach-duty'
    | 'incident';
  id: string;
}

/** What becomes an obligation: its date, and where the date comes from. */
export interface NewObligation {
  kind: ObligationKind;
  subject: Subject;
  /** What people call it. Never PHI: it stands in lists and reminders. */
  title: string;
  dueOn: CalendarDate;
  citation: string;
  /** The version of the pack or convention that the date was computed by. */
  ruleVersion: string;
  /** The facts that the date was computed from. */
  facts?: Record<string, unknown>;
  ownerId: string | null;
}

/** One open obligation of a kind for a subject: this names it. */
export interface ObligationRef {
  kind: ObligationKind;
  subject: Subject;
}
