import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { AssetFacts, AssetKind } from './asset.js';

/** NIST SP 800-88: overwritten, made unreadable by laboratories, or in pieces; or nothing was on it, with the reason. */
export const SANITIZATION_METHODS = ['clear', 'purge', 'destroy', 'not-needed'] as const;
export type SanitizationMethod = (typeof SANITIZATION_METHODS)[number];

/** Final disposition, 45 CFR 164.310(d)(2)(i), and re-use, (ii). */
export const SANITIZATION_PURPOSES = ['disposal', 'reuse'] as const;
export type SanitizationPurpose = (typeof SANITIZATION_PURPOSES)[number];

export interface SanitizationFacts {
  purpose: SanitizationPurpose;
  method: SanitizationMethod;
  notNeededReason: string;
  doneOn: CalendarDate;
  doneBy: string;
  givenTo: string;
  verifiedBy: string;
  certificate: string;
}

const MAY_KEEP_DATA: ReadonlySet<AssetKind> = new Set<AssetKind>(['system', 'device', 'media']);

/** Whether its end needs a record of how ePHI was removed: what can keep data may hold some that nobody wrote down. */
export function needsSanitization({ kind, holdsEphi }: Pick<AssetFacts, 'kind' | 'holdsEphi'>): boolean {
  return holdsEphi || MAY_KEEP_DATA.has(kind);
}

type Field = 'method' | 'notNeededReason' | 'doneOn';

/** What does not fit together in a record, by field. */
export function sanitizationProblems(
  { purpose, method, notNeededReason, doneOn }: SanitizationFacts,
  today: CalendarDate,
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  if (method === 'destroy' && purpose === 'reuse') problems.method = 'What is destroyed is not used again.';
  if (method === 'not-needed' && notNeededReason === '')
    problems.notNeededReason = 'Say why nothing had to be removed.';
  if (method !== 'not-needed' && notNeededReason !== '')
    problems.notNeededReason = 'A reason belongs here only when nothing had to be removed.';
  if (doneOn > today) problems.doneOn = 'This day has not come yet.';
  return problems;
}

type Standing = Pick<AssetFacts, 'lifecycle' | 'kind' | 'holdsEphi'>;

/** Why an asset cannot be brought to this status by a plain change; null when it can. */
export function refuseLifecycle(before: Standing | null, after: Standing, hasRecord: boolean): string | null {
  const wasDisposed = before?.lifecycle === 'disposed';
  if (wasDisposed && after.lifecycle !== 'disposed' && after.lifecycle !== 'retired')
    return 'It was disposed of. If that is wrong, set it to retired first.';
  if (after.lifecycle !== 'disposed') return null;
  const needs = needsSanitization(after) || (before !== null && needsSanitization(before));
  return !needs || (wasDisposed && hasRecord)
    ? null
    : 'Record how its ePHI was removed: “Dispose of it” on the page of the asset asks for that.';
}
