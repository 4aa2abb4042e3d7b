/**
 * What makes a signed risk analysis worth another look. 45 CFR 164.308(a)(8) asks for an evaluation in response to
 * environmental or operational changes; 164.308(a)(1)(ii)(A) for an analysis that is accurate.
 */
export const NOTICED_KINDS = [
  // ePHI lies in a place that nobody has analysed.
  'asset-added',
  // It lies there in another way: where, with whom, how protected, what of it.
  'asset-changed',
  // What held ePHI left the house: whether it was wiped is a question of the analysis.
  'asset-disposed',
  // Another business sees ePHI.
  'vendor-added',
  // A vendor that had ePHI has no agreement in force, or no longer works here.
  'vendor-ended',
  // ePHI goes a way that nobody has analysed.
  'data-flow-added',
  // It goes another way, to somebody else, or protected otherwise.
  'data-flow-changed',
  // A scanner found a critical weakness on an asset with ePHI.
  'critical-found',
] as const;

/** What no record shows: somebody has to say it. */
export const REPORTED_KINDS = [
  'major-release',
  'incident',
  'moved-office',
  'merger',
  'law',
  'other',
] as const;

export const CHANGE_KINDS = [...NOTICED_KINDS, ...REPORTED_KINDS] as const;
export type NoticedKind = (typeof NOTICED_KINDS)[number];
export type ReportedKind = (typeof REPORTED_KINDS)[number];
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_STATES = ['undecided', 'decided', 'covered', 'withdrawn'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** No new analysis is needed; it goes into the one that is open; or a new one begins for it. */
export const DECISIONS = ['not-needed', 'taken-in', 'reassess'] as const;
export type Decision = (typeof DECISIONS)[number];

export const SUBJECT_TYPES = ['asset', 'vendor', 'data-flow', 'scan'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** One field of a record that is now otherwise: codes of the field, or names. */
export interface ChangedField {
  field: string;
  from: string[];
  to: string[];
}

/** A change as a record shows it. */
export interface MaterialChange {
  kind: NoticedKind;
  details: ChangedField[];
}

export const CHANGE_LIMITS = { subject: 200, description: 4_000, reason: 2_000 } as const;
/** A sentence, as far as a machine can tell. */
export const SHORTEST_REASON = 20;
