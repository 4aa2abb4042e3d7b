// @vitest-environment node
import { expect, it } from 'vitest';
import { t } from '.';

/** Where the catalog of the screens has the words of each set of codes: before the code. */
const HERE: Record<string, string> = {
  treatment: 'risks.treatment_',
  riskStatus: 'risks.status_',
  acceptance: 'risks.acceptance_',
  subjectEnd: 'carried.end_',
  actionStatus: 'remediation.status_',
  assessmentStatus: 'assessments.status_',
  standing: 'assessments.standing_',
  findingSource: 'assessments.findingSource_',
  findingStatus: 'assessments.findingStatus_',
  proposalState: 'proposals.export_',
  subjectType: 'audit.type_',
  addressable: 'specifications.decision_',
  lessonKind: 'lessons.kind_',
  scalePart: 'scales.part_',
  assetKind: 'inventory.kind_',
  hosting: 'inventory.hosting_',
  encryption: 'inventory.encryption_',
  backup: 'inventory.backup_',
  lifecycle: 'inventory.lifecycle_',
  phiActivity: 'inventory.phiActivity_',
  phi: 'inventory.phi_',
  sanitizationPurpose: 'sanitization.purpose_',
  sanitizationMethod: 'sanitization.method_',
  counterparty: 'dataFlows.counterparty_',
  transport: 'dataFlows.transport_',
  concern: 'dataFlows.concern_',
  importStatus: 'assetImport.status_',
  importOutcome: 'assetImport.outcome_',
  agreement: 'vendors.agreement_',
  severity: 'vulnerabilities.severity_',
  vulnerabilityStatus: 'vulnerabilities.status_',
  scanStatus: 'scans.status_',
  scanOutcome: 'scans.outcome_',
  changeKind: 'reassessment.kind_',
  changeState: 'reassessment.state_',
  changeDecision: 'reassessment.decision_',
  changeField: 'reassessment.field_',
  reviewedType: 'recordReviews.type_',
  reviewState: 'recordReviews.state_',
  reviewOutcome: 'recordReviews.outcome_',
  reviewSource: 'recordReviews.source_',
};

it('files call what is coded as the screens do', async () => {
  const file = new URL('../../../backend/src/platform/messages/en-codes.ts', import.meta.url);
  const { codeWords } = (await import(file.pathname)) as {
    codeWords: Record<string, Record<string, string>>;
  };
  expect(Object.keys(codeWords).sort()).toEqual(Object.keys(HERE).sort());
  const shown = Object.fromEntries(
    Object.entries(codeWords).map(([set, words]) => [
      set,
      Object.fromEntries(
        Object.keys(words).map((code) => [code, (t as (key: string) => string)(`${HERE[set]}${code}`)]),
      ),
    ]),
  );
  expect(codeWords).toEqual(shown);
});
