import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessmentReport } from './assessment-report.schema.js';

const sample: unknown = JSON.parse(
  readFileSync(new URL('../domain/assessment-report.sample.json', import.meta.url), 'utf8'),
);

describe('the sample of a signed report', () => {
  it('is what the schema says, field for field', () => {
    expect(assessmentReport.parse(sample)).toEqual(sample);
  });
});

/** Fields that came after the first signatures; in what was signed before they are not there. */
const LATER =
  /^(people|sanitizations|questionId|specifications|changes|acceptances|undecidedProposals|risksWithoutAction|earlierActions|alsoConcerns|carried|carriedFrom|notAsked|phiActivities|earlierLessons|lowers|lessons|waitsFor|dueMoves|noEvidenceReason|yearlyBudgetCents|yearlySpentCents|own|earlier)$/;

it('of what was signed before goes out as it was signed: nothing is added, nothing left out', () => {
  const old: unknown = JSON.parse(
    JSON.stringify(sample, (key, value: unknown) => (LATER.test(key) ? undefined : value)),
  );
  expect(assessmentReport.parse(old)).toEqual(old);
});
