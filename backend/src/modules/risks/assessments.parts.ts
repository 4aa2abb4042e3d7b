import type { Provider, Type } from '@nestjs/common';
import type { RecordClass } from '../../platform/database/data-source.js';
import { AssessmentScope } from './application/assessment-scope.js';
import { BringEarlierAnswers } from './application/bring-earlier-answers.js';
import { ChangeAssessment } from './application/change-assessment.js';
import { ConfirmSpecification } from './application/confirm-specification.js';
import { CreateAssessment } from './application/create-assessment.js';
import { AcceptPair } from './application/accept-pair.js';
import { DecidePair } from './application/decide-pair.js';
import { DecideTogether } from './application/decide-together.js';
import { DecideProposals } from './application/decide-proposals.js';
import { DecideSpecifications } from './application/decide-specifications.js';
import { Evidence } from './application/evidence.js';
import { ExportAnswers } from './application/export-answers.js';
import { ExportAssessments } from './application/export-assessments.js';
import { ExportExclusions } from './application/export-exclusions.js';
import { ExportFindings } from './application/export-findings.js';
import { ExportProposals } from './application/export-proposals.js';
import { ExportSpecifications } from './application/export-specifications.js';
import { Findings } from './application/findings.js';
import { ListAssessments } from './application/list-assessments.js';
import { ListProposals } from './application/list-proposals.js';
import { ListProposedPairs } from './application/list-proposed-pairs.js';
import { RefreshInventoryFindings } from './application/refresh-inventory-findings.js';
import { SaveAnswer } from './application/save-answer.js';
import { NoteView } from './application/note-view.js';
import { ShowAssessment } from './application/show-assessment.js';
import { ShowSection } from './application/show-section.js';
import { StoreEvidence } from './application/store-evidence.js';
import { AssessmentsController } from './http/assessments.controller.js';
import { EarlierAnswersController } from './http/earlier-answers.controller.js';
import { EvidenceController } from './http/evidence.controller.js';
import { FindingsController } from './http/findings.controller.js';
import { ProposalsController } from './http/proposals.controller.js';
import { QuestionnaireController } from './http/questionnaire.controller.js';
import { SpecificationsController } from './http/specifications.controller.js';
import { AssessmentRecord } from './persistence/assessment.record.js';
import { FindingRecord } from './persistence/finding.record.js';

/** Assessments, questionnaire, answers, evidence, findings and proposals. */
export const assessmentControllers: Type[] = [
  AssessmentsController,
  QuestionnaireController,
  EarlierAnswersController,
  EvidenceController,
  FindingsController,
  ProposalsController,
  SpecificationsController,
];
export const assessmentProviders: Provider[] = [
  ListAssessments,
  ExportAssessments,
  CreateAssessment,
  NoteView,
  ShowAssessment,
  ChangeAssessment,
  AssessmentScope,
  ExportExclusions,
  RefreshInventoryFindings,
  ShowSection,
  SaveAnswer,
  ExportAnswers,
  BringEarlierAnswers,
  StoreEvidence,
  Evidence,
  Findings,
  ExportFindings,
  ListProposals,
  ExportProposals,
  DecideProposals,
  ListProposedPairs,
  DecideTogether,
  DecidePair,
  AcceptPair,
  DecideSpecifications,
  ConfirmSpecification,
  ExportSpecifications,
];
export const assessmentRecords: RecordClass[] = [AssessmentRecord, FindingRecord];
