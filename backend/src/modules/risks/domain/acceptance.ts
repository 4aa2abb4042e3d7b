import { addYears, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { RiskFields } from './risk.js';

export const ACCEPTANCE_STATUSES = ['asked', 'approved', 'refused', 'withdrawn'] as const;
export type AcceptanceStatus = (typeof ACCEPTANCE_STATUSES)[number];

/** How an acceptance stands today. Only `in-force` lets the risk stay as it is. */
export const ACCEPTANCE_STANDINGS = ['asked', 'in-force', 'stale', 'ended', 'refused', 'withdrawn'] as const;
export type AcceptanceStanding = (typeof ACCEPTANCE_STANDINGS)[number];

export interface AcceptanceFacts {
  status: AcceptanceStatus;
  untilOn: CalendarDate;
  isStale: boolean;
}

export function standingOfAcceptance(
  { status, untilOn, isStale }: AcceptanceFacts,
  today: CalendarDate,
): AcceptanceStanding {
  if (status !== 'approved') return status;
  if (isStale) return 'stale';
  return untilOn < today ? 'ended' : 'in-force';
}

/** Who stands too near to a risk to approve that it stays as it is. */
export type ApprovalBar = 'asked' | 'owns';

/** Why this person may not approve it; null where they may, as far as the risk itself goes. */
export function approvalBar(
  { askedById, ownerId }: { askedById: string; ownerId: string | null },
  memberId: string,
): ApprovalBar | null {
  if (askedById === memberId) return 'asked';
  return ownerId === memberId ? 'owns' : null;
}

/** What is accepted: everything that people wrote and decided about the risk, and what it is about. Not who owns it. */
export interface AcceptedState {
  title: string;
  description: string;
  subject: string | null;
  /** What it concerns besides, by id; absent where it concerns one thing. */
  further?: string[];
  inherentLikelihood: string | null;
  inherentImpact: string | null;
  inherentLevel: string | null;
  safeguards: string;
  safeguardIds: string[];
  residualLikelihood: string | null;
  residualImpact: string | null;
  residualLevel: string | null;
  ratingReason: string;
  treatment: RiskFields['treatment'];
  treatmentReason: string;
}

type AcceptableRisk = Omit<AcceptedState, 'subject' | 'further' | 'safeguardIds'> & {
  safeguardIds: readonly string[];
  assetId: string | null;
  dataFlowId: string | null;
  findingId: string | null;
};

export function acceptedState(risk: AcceptableRisk, further: readonly { id: string }[]): AcceptedState {
  return {
    title: risk.title,
    description: risk.description,
    subject: risk.assetId ?? risk.dataFlowId ?? risk.findingId,
    ...(further.length > 0 ? { further: further.map(({ id }) => id).sort() } : {}),
    inherentLikelihood: risk.inherentLikelihood,
    inherentImpact: risk.inherentImpact,
    inherentLevel: risk.inherentLevel,
    safeguards: risk.safeguards,
    // In which order they were ticked says nothing.
    safeguardIds: [...risk.safeguardIds].sort(),
    residualLikelihood: risk.residualLikelihood,
    residualImpact: risk.residualImpact,
    residualLevel: risk.residualLevel,
    ratingReason: risk.ratingReason,
    treatment: risk.treatment,
    treatmentReason: risk.treatmentReason,
  };
}

export type AcceptedField = keyof AcceptedState;

/** What is no longer as it was accepted. */
export function changedSince(accepted: AcceptedState, now: AcceptedState): AcceptedField[] {
  const fields = new Set([...Object.keys(now), ...Object.keys(accepted)]) as Set<AcceptedField>;
  return [...fields].filter((field) => JSON.stringify(accepted[field]) !== JSON.stringify(now[field]));
}

/**
 * How long an acceptance may hold: a year at most, since the analysis itself is looked at again within one. The rule
 * names no term; this is the product's convention.
 */
export function longestAcceptance(today: CalendarDate): CalendarDate {
  return addYears(today, 1);
}

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const inWords = (day: CalendarDate): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** Why an acceptance cannot end on that day; null when it can. */
export function endRefusal(untilOn: CalendarDate, today: CalendarDate): string | null {
  if (untilOn <= today) return 'Choose a day after today.';
  const longest = longestAcceptance(today);
  return untilOn > longest
    ? `Choose a day within a year, at the latest ${inWords(longest)}: then it is looked at again.`
    : null;
}
