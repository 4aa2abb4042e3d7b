import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import {
  AGREEMENT_STATUSES,
  agreementProblems,
  agreementStanding,
  allowsEphi,
  type AgreementFacts,
} from './agreement.js';

const today = calendarDate('2026-11-22');
const signed: AgreementFacts = {
  agreementStatus: 'signed',
  agreementNotRequiredReason: '',
  agreementSignedOn: calendarDate('2024-01-02'),
  agreementEndsOn: null,
};

describe('an agreement', () => {
  it.each(AGREEMENT_STATUSES)('that is written down as %s has expired the day after its end', (status) => {
    const ending = (days: number) =>
      agreementStanding({ agreementStatus: status, agreementEndsOn: addDays(today, days) }, today);
    expect(ending(-1)).toBe('expired');
    expect(ending(0)).toBe(status);
    expect(ending(1)).toBe(status);
    expect(agreementStanding({ agreementStatus: status, agreementEndsOn: null }, today)).toBe(status);
  });

  it('lets a vendor have ePHI while it is in force, or when none is needed', () => {
    expect(AGREEMENT_STATUSES.filter(allowsEphi)).toEqual(['signed', 'not-required']);
  });

  it.each<[Partial<AgreementFacts>, object]>([
    [{}, {}],
    [{ agreementEndsOn: calendarDate('2024-01-02') }, {}],
    [{ agreementStatus: 'in-negotiation', agreementSignedOn: null }, {}],
    [{ agreementStatus: 'expired', agreementSignedOn: null }, {}],
    [{ agreementSignedOn: null }, { agreementSignedOn: 'Say when it was signed.' }],
    [{ agreementSignedOn: today }, {}],
    [{ agreementSignedOn: addDays(today, 1) }, { agreementSignedOn: 'This day has not come yet.' }],
    [
      { agreementEndsOn: calendarDate('2024-01-01') },
      { agreementEndsOn: 'It cannot end before it was signed.' },
    ],
    [
      { agreementStatus: 'none', agreementEndsOn: today },
      {
        agreementSignedOn: 'Without an agreement there is no date.',
        agreementEndsOn: 'Without an agreement there is no date.',
      },
    ],
    [
      { agreementStatus: 'not-required', agreementSignedOn: null },
      { agreementNotRequiredReason: 'Say why this vendor needs no agreement.' },
    ],
    [
      { agreementNotRequiredReason: 'Sees none' },
      { agreementNotRequiredReason: 'A reason belongs here only when no agreement is needed.' },
    ],
  ])('with %o has the problems %o', (change, problems) => {
    expect(agreementProblems({ ...signed, ...change }, today)).toEqual(problems);
  });
});
