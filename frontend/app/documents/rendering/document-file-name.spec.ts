import { expect, it } from 'vitest';
import type { AssessmentReport } from '../assessment-report';
import { documentFileName } from './document-file-name';

it('names the day of a draft as the organization has it, as the cover does', () => {
  const report = {
    organization: { name: 'Harlow Family Clinic', timeZone: 'America/Los_Angeles' },
    generatedAt: '2026-11-21T03:30:00.000Z',
    signOff: null,
  } as AssessmentReport;
  expect(documentFileName('risk-analysis-report', report)).toBe(
    'harlow-family-clinic-risk-analysis-report-2026-11-20-draft.pdf',
  );
});
