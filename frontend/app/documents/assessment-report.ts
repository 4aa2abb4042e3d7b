import type { Reply } from '~/api/reply';

/** A risk analysis as one value: what the documents print, and what is signed. */
export type AssessmentReport = Reply<'/api/v1/assessments/{id}/report', 'get'>;
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
export type ReportChanges = NonNullable<AssessmentReport['changes']>;
export type ReportTest = AssessmentReport['checklist'][number];
