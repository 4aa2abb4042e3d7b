/**
 * Each module adds its events here by declaration merging: name to the type of its detail. Details hold ids, counts
 * and enumerations, never what a person wrote and never PHI.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface AuditEvents {}
export type AuditAction = keyof AuditEvents & string;

export type AuditOutcome = 'ok' | 'denied' | 'failed';

/** One thing that somebody did to one record. */
export interface AuditEntry<A extends AuditAction = AuditAction> {
  action: A;
  target: { type: string; id: string | null };
  /** The record on whose page this shows too, e.g. the assessment of an answer. */
  parent?: { type: string; id: string };
  outcome?: AuditOutcome;
  reasonCode?: string;
  /** Fields before and after: their names are kept in the clear, their values only as keyed hashes. */
  changes?: Record<string, { from: unknown; to: unknown }>;
  detail?: AuditEvents[A];
}

/** The fields that differ between two versions of a record. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      changes[key] = { from: before[key], to: after[key] };
  }
  return changes;
}
