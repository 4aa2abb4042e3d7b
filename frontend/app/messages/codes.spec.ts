// @vitest-environment node
import { expect, it } from 'vitest';
import { fieldWords } from '~/features/audit/words';
import { changedFieldWords } from '~/features/inventory/inventory-change-words';
import { t } from '.';

/** No screen has a cell of its own for these. */
const ONLY_IN_FILES = null;

/** Where the catalog of the screens has the words of each set of codes: before the code. */
const HERE: Record<string, string | ((code: string) => string) | typeof ONLY_IN_FILES> = {
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
  addressable: 'specifications.decision_',
  lessonKind: 'lessons.kind_',
  scaleStatus: 'scales.status_',
  packConfidence: 'assessments.confidence_',
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
  changeOrigin: ONLY_IN_FILES,
  comparedRow: ONLY_IN_FILES,
  comparedField: (code) => (code === 'residualLevel' ? t('changes.level') : changedFieldWords(code)),
  planMoney: (code) => t(code === 'month' ? 'remediation.byMonth' : 'remediation.byOwner'),
  obligationStatus: ONLY_IN_FILES,
  scanFormat: ONLY_IN_FILES,
  incidentKind: 'incidents.kind_',
  incidentSeverity: 'incidents.severity_',
  incidentState: 'incidents.state_',
  handledAs: 'incidents.handledAs_',
  phiInvolved: 'incidents.phi_',
  conclusion: 'incidents.conclusion_',
  dutyKind: 'incidents.dutyKind_',
  dutyStatus: 'incidents.dutyStatus_',
  incidentSource: 'incidents.source_',
  closeOutcome: 'incidents.outcome_',
  recordType: 'audit.type_',
  auditActor: (code) =>
    code === 'person' ? t('audit.type_member') : t(`audit.${code as 'system' | 'anonymous'}`),
  auditOutcome: 'audit.',
  auditField: 'audit.field_',
  auditAction: 'audit.did_',
  reviewedType: 'recordReviews.type_',
  reviewState: 'recordReviews.state_',
  reviewOutcome: 'recordReviews.outcome_',
  reviewSource: 'recordReviews.source_',
};

const shownHere = (here: string | ((code: string) => string), code: string): string =>
  typeof here === 'string' ? (t as (key: string) => string)(`${here}${code}`) : here(code);

it('files call what is coded as the screens do', async () => {
  const file = new URL('../../../backend/src/platform/messages/en-codes.ts', import.meta.url);
  const { codeWords } = (await import(file.pathname)) as {
    codeWords: Record<string, Record<string, string>>;
  };
  expect(Object.keys(codeWords).sort()).toEqual(Object.keys(HERE).sort());
  const onScreens = Object.entries(codeWords).filter(([set]) => HERE[set] !== ONLY_IN_FILES);
  const shown = Object.fromEntries(
    onScreens.map(([set, words]) => [
      set,
      Object.fromEntries(Object.keys(words).map((code) => [code, shownHere(HERE[set] ?? '', code)])),
    ]),
  );
  expect(Object.fromEntries(onScreens)).toEqual(shown);
});

it('files read the names of fields in the log as the screens do', async () => {
  const file = new URL('../../../backend/src/platform/messages/en-audit-fields.ts', import.meta.url);
  const inFiles = (await import(file.pathname)) as { fieldWords: (field: string) => string };
  for (const field of ['ownerId', 'dueOn', 'budgetCents', 'siteIds', 'residualImpact', 'q', 'constructor'])
    expect(inFiles.fieldWords(field)).toBe(fieldWords(field));
});
