import { daysBetween, type CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** Where an organization stands on the way that the Security Rule asks it to go. */
export interface Standing {
  today: CalendarDate;
  /** Active compliance officers. 45 CFR 164.308(a)(2) asks for one. */
  officers: number;
  assets: number;
  latest: { status: 'draft' | 'in-review' | 'signed'; preparedByMe: boolean } | null;
  /** People who may approve and did not prepare the latest analysis. */
  otherApprovers: number;
  reviewDueOn: CalendarDate | null;
}

export interface May {
  invite: boolean;
  listAssets: boolean;
  analyse: boolean;
  approve: boolean;
}

export type OrganizationStep =
  | 'name-officer'
  | 'list-assets'
  | 'start-analysis'
  | 'find-approver'
  | 'start-review'
  /** What the latest analysis itself says that comes next. */
  | 'go-on';

/** A review is brought up as soon as its first reminder goes out. */
const REVIEW_AHEAD_DAYS = 60;

/** The next step that the law asks of the organization, as far as this person can take it. */
export function organizationStep(standing: Standing, may: May): OrganizationStep | null {
  if (standing.officers === 0 && may.invite) return 'name-officer';
  if (standing.assets === 0) return may.listAssets ? 'list-assets' : null;
  if (!standing.latest) return may.analyse ? 'start-analysis' : null;
  const { status, preparedByMe } = standing.latest;
  if (status === 'in-review') {
    if (standing.otherApprovers === 0 && (may.invite || may.analyse)) return 'find-approver';
    return may.analyse || (may.approve && !preparedByMe) ? 'go-on' : null;
  }
  if (!may.analyse) return null;
  if (status === 'signed' && reviewIsNear(standing)) return 'start-review';
  return 'go-on';
}

function reviewIsNear({ today, reviewDueOn }: Standing): boolean {
  return reviewDueOn !== null && daysBetween(today, reviewDueOn) <= REVIEW_AHEAD_DAYS;
}
