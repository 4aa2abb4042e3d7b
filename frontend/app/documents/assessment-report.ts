import type { AssessmentReport } from '../../../backend/src/modules/risks/report/assessment-report.schema';

export type { AssessmentReport };
export type Assessment = AssessmentReport['assessment'];
export type Scale = Assessment['scale'];
export type ReportAsset = AssessmentReport['assets'][number];
export type ReportFlow = AssessmentReport['dataFlows'][number];
export type ReportSection = AssessmentReport['sections'][number];
export type ReportQuestion = ReportSection['questions'][number];
export type ReportFinding = AssessmentReport['findings'][number];
export type ReportRisk = AssessmentReport['risks'][number];
export type Rating = NonNullable<ReportRisk['inherent']>;
export type ReportAction = AssessmentReport['actions'][number];
export type ReportEvidence = ReportAction['evidence'][number];
export type ReportTest = AssessmentReport['checklist'][number];
