import type { Provider, Type } from '@nestjs/common';
import type { RecordClass } from '../../platform/database/data-source.js';
import { AssessmentScope } from './application/assessment-scope.js';
import { ChangeAssessment } from './application/change-assessment.js';
import { CreateAssessment } from './application/create-assessment.js';
import { ListAssessments } from './application/list-assessments.js';
import { RefreshFlowFindings } from './application/refresh-flow-findings.js';
import { SaveAnswer } from './application/save-answer.js';
import { ShowAssessment } from './application/show-assessment.js';
import { ShowSection } from './application/show-section.js';
import { AssessmentsController } from './http/assessments.controller.js';
import { QuestionnaireController } from './http/questionnaire.controller.js';
import { AssessmentRecord } from './persistence/assessment.record.js';

/** Assessments, questionnaire, answers, evidence, findings and proposals. */
export const assessmentControllers: Type[] = [AssessmentsController, QuestionnaireController];
export const assessmentProviders: Provider[] = [
  ListAssessments, CreateAssessment, ShowAssessment, ChangeAssessment, AssessmentScope, RefreshFlowFindings,
  ShowSection, SaveAnswer,
];
export const assessmentRecords: RecordClass[] = [AssessmentRecord];
