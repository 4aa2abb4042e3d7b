import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** What somebody wrote down about the business associate agreement with a vendor. 45 CFR 164.504(e) */
export const AGREEMENT_STATUSES = ['none', 'in-negotiation', 'signed', 'expired', 'not-required'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export interface AgreementFacts {
  agreementStatus: AgreementStatus;
  agreementNotRequiredReason: string;
  agreementSignedOn: CalendarDate | null;
  agreementEndsOn: CalendarDate | null;
}

/** How the agreement stands today: one whose end lies behind has expired, whatever was written down. */
export function agreementStanding(
  { agreementStatus, agreementEndsOn }: Pick<AgreementFacts, 'agreementStatus' | 'agreementEndsOn'>,
  today: CalendarDate,
): AgreementStatus {
  return agreementEndsOn !== null && agreementEndsOn < today ? 'expired' : agreementStatus;
}

/** Whether the vendor may have ePHI: an agreement is in force, or none is needed. 45 CFR 164.308(b)(1), (3) */
export function allowsEphi(standing: AgreementStatus): boolean {
  return standing === 'signed' || standing === 'not-required';
}

type Field = 'agreementNotRequiredReason' | 'agreementSignedOn' | 'agreementEndsOn';

/** What does not fit together in what was written down, by field. */
export function agreementProblems(
  facts: AgreementFacts,
  today: CalendarDate,
): Partial<Record<Field, string>> {
  const {
    agreementStatus: status,
    agreementNotRequiredReason: reason,
    agreementSignedOn: signed,
    agreementEndsOn: ends,
  } = facts;
  const problems: Partial<Record<Field, string>> = {};
  if (status === 'not-required' && reason === '')
    problems.agreementNotRequiredReason = 'Say why this vendor needs no agreement.';
  if (status !== 'not-required' && reason !== '')
    problems.agreementNotRequiredReason = 'A reason belongs here only when no agreement is needed.';
  const hasNone = status === 'none' || status === 'not-required';
  if (hasNone && signed !== null) problems.agreementSignedOn = 'Without an agreement there is no date.';
  if (hasNone && ends !== null) problems.agreementEndsOn = 'Without an agreement there is no date.';
  if (status === 'signed' && signed === null) problems.agreementSignedOn = 'Say when it was signed.';
  if (signed !== null && signed > today) problems.agreementSignedOn = 'This day has not come yet.';
  if (signed !== null && ends !== null && ends < signed)
    problems.agreementEndsOn = 'It cannot end before it was signed.';
  return problems;
}
