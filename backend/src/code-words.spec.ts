import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { AuditAction } from './platform/audit/event-types.js';
import { recordTypes } from './platform/audit/record-types.js';
import { auditEventView } from './platform/audit/audit.schemas.js';
import { codeWords } from './platform/messages/en-codes.js';
import type { Confidence } from './modules/compliance/domain/pack.js';
import { STANDINGS } from './modules/compliance/domain/questionnaire.js';
import * as asset from './modules/inventory/domain/asset.js';
import { COUNTERPARTIES, TRANSPORT_SECURITIES } from './modules/inventory/domain/data-flow.js';
import type { ConcernKind } from './modules/inventory/domain/flow-concerns.js';
import { SANITIZATION_METHODS, SANITIZATION_PURPOSES } from './modules/inventory/domain/sanitization.js';
import { importRowExportQuery, importSummary } from './modules/inventory/import.schemas.js';
import { COMPARED_OF_ASSETS, COMPARED_OF_FLOWS } from './modules/inventory/index.js';
import { obligationQuery } from './modules/obligations/obligation.schemas.js';
import type { AssetState } from './modules/reassessment/domain/asset-change.js';
import { CHANGE_KINDS, CHANGE_STATES, DECISIONS } from './modules/reassessment/domain/change-kinds.js';
import type { FlowState } from './modules/reassessment/domain/flow-change.js';
import { changeView } from './modules/reassessment/reassessment.schemas.js';
import { OUTCOMES, REVIEW_SOURCES, REVIEWED_TYPES } from './modules/reviews/domain/record-kinds.js';
import { DUE_STATES } from './modules/reviews/domain/review-term.js';
import { SCALE_STATUSES } from './modules/scales/domain/own-scale.js';
import type { ComparisonRow } from './modules/risks/application/comparison-rows.js';
import { assessmentStatus } from './modules/risks/assessment.schemas.js';
import { ACCEPTANCE_STANDINGS } from './modules/risks/domain/acceptance.js';
import { ACTION_STATUSES } from './modules/risks/domain/action-transitions.js';
import { ADDRESSABLE_DECISIONS } from './modules/risks/domain/addressable.js';
import { DUTY_KINDS } from './modules/incidents/domain/clock/duty.js';
import { CONCLUSIONS } from './modules/incidents/domain/determination/determination.js';
import { SUBJECT_ENDS } from './modules/risks/domain/carried-risk.js';
import { FINDING_SOURCES, FINDING_STATUSES } from './modules/risks/domain/finding.js';
import {
  HANDLINGS,
  INCIDENT_KINDS,
  INCIDENT_SOURCES,
  PHI_ANSWERS,
  SEVERITIES as INCIDENT_SEVERITIES,
} from './modules/incidents/domain/response/incident-kinds.js';
import { CLOSE_OUTCOMES, INCIDENT_STATES } from './modules/incidents/domain/response/incident-states.js';
import { LESSON_KINDS } from './modules/risks/domain/lesson.js';
import { RISK_STATUSES, TREATMENTS } from './modules/risks/domain/risk.js';
import { proposalQuery } from './modules/risks/proposal.schemas.js';
import { AGREEMENT_STATUSES } from './modules/vendors/domain/agreement.js';
import { SCAN_OUTCOMES } from './modules/vulnerabilities/domain/scan-outcome.js';
import { SEVERITIES } from './modules/vulnerabilities/domain/severity.js';
import { VULNERABILITY_STATUSES } from './modules/vulnerabilities/domain/vulnerability.js';
import { scanSummary } from './modules/vulnerabilities/scan.schemas.js';
// Every record type that the log may name.
import './app.module.js';

type Word<Codes extends string> = Readonly<Record<Codes, string>>;

/** Codes that no list names: the compiler holds these sets against their types. */
const BY_TYPE = {
  concern: codeWords.concern satisfies Word<ConcernKind>,
  comparedRow: codeWords.comparedRow satisfies Word<ComparisonRow['change']>,
  changeField: codeWords.changeField satisfies Word<keyof AssetState | keyof FlowState | 'agreement'>,
  auditAction: codeWords.auditAction satisfies Word<AuditAction>,
  auditActor: codeWords.auditActor satisfies Word<'person' | 'system' | 'anonymous'>,
  planMoney: codeWords.planMoney,
  scalePart: codeWords.scalePart,
  packConfidence: codeWords.packConfidence satisfies Word<Confidence>,
  auditField: codeWords.auditField,
};

/** What the log names that is no row of an organization. */
const WITHOUT_ROWS = ['audit-log', 'pack', 'proposal', 'route', 'session'];

const { shape: change } = changeView;
const optional = (field: { unwrap(): unknown }) => (field.unwrap() as z.ZodEnum).options as string[];
const BY_LIST: Record<Exclude<keyof typeof codeWords, keyof typeof BY_TYPE>, readonly string[]> = {
  treatment: TREATMENTS,
  riskStatus: RISK_STATUSES,
  acceptance: ACCEPTANCE_STANDINGS,
  subjectEnd: SUBJECT_ENDS,
  actionStatus: ACTION_STATUSES,
  assessmentStatus: assessmentStatus.options,
  standing: STANDINGS,
  findingSource: FINDING_SOURCES,
  findingStatus: FINDING_STATUSES,
  proposalState: optional(proposalQuery.shape.state),
  addressable: ADDRESSABLE_DECISIONS,
  lessonKind: LESSON_KINDS,
  scaleStatus: SCALE_STATUSES,
  assetKind: asset.ASSET_KINDS,
  hosting: asset.HOSTINGS,
  encryption: asset.ENCRYPTION_STATES,
  backup: asset.BACKUP_STATES,
  lifecycle: asset.LIFECYCLES,
  phiActivity: asset.PHI_ACTIVITIES,
  phi: asset.PHI_TYPES,
  sanitizationPurpose: SANITIZATION_PURPOSES,
  sanitizationMethod: SANITIZATION_METHODS,
  counterparty: COUNTERPARTIES,
  transport: TRANSPORT_SECURITIES,
  importStatus: importSummary.shape.status.options,
  importOutcome: optional(importRowExportQuery.shape.outcome),
  agreement: AGREEMENT_STATUSES,
  severity: SEVERITIES,
  vulnerabilityStatus: VULNERABILITY_STATUSES,
  scanStatus: scanSummary.shape.status.options,
  scanFormat: scanSummary.shape.format.options,
  scanOutcome: SCAN_OUTCOMES,
  changeKind: CHANGE_KINDS,
  changeState: CHANGE_STATES,
  changeDecision: DECISIONS,
  changeOrigin: change.origin.options,
  comparedField: [...COMPARED_OF_ASSETS, ...COMPARED_OF_FLOWS, 'residualLevel'],
  incidentKind: INCIDENT_KINDS,
  incidentSeverity: INCIDENT_SEVERITIES,
  incidentState: INCIDENT_STATES,
  handledAs: HANDLINGS,
  phiInvolved: PHI_ANSWERS,
  conclusion: CONCLUSIONS,
  dutyKind: DUTY_KINDS,
  dutyStatus: ['open', 'met', 'withdrawn'],
  incidentSource: INCIDENT_SOURCES,
  closeOutcome: CLOSE_OUTCOMES,
  obligationStatus: optional(obligationQuery.shape.status),
  auditOutcome: auditEventView.shape.outcome.options,
  recordType: [...recordTypes().keys(), ...WITHOUT_ROWS],
  reviewedType: REVIEWED_TYPES,
  reviewState: DUE_STATES,
  reviewOutcome: OUTCOMES,
  reviewSource: REVIEW_SOURCES,
};

const sorted = (codes: Iterable<string>) => [...new Set(codes)].sort();

it.each(Object.entries(BY_LIST))('%s has a word for each code, and for no other', (set, codes) => {
  expect(sorted(Object.keys(codeWords[set as keyof typeof codeWords]))).toEqual(sorted(codes));
});

it('no set of codes is left out', () => {
  expect(sorted([...Object.keys(BY_LIST), ...Object.keys(BY_TYPE)])).toEqual(sorted(Object.keys(codeWords)));
});
