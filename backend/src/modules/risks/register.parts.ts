import type { Provider, Type } from '@nestjs/common';
import type { RecordClass } from '../../platform/database/data-source.js';
import { AcceptRisk } from './application/accept-risk.js';
import { AcceptanceEnd } from './application/acceptance-end.js';
import { ActionDependencies } from './application/action-dependencies.js';
import { ActionEffects } from './application/action-effects.js';
import { ActionMilestones } from './application/action-milestones.js';
import { ActionObligation } from './application/action-obligation.js';
import { AddActionEvidence } from './application/add-action-evidence.js';
import { ApproveAssessment } from './application/approve-assessment.js';
import { AssessmentPacks } from './application/assessment-packs.js';
import { CarryRegister } from './application/carry-register.js';
import { ChangeAction } from './application/change-action.js';
import { ChangeLesson } from './application/change-lesson.js';
import { ChangeRisk } from './application/change-risk.js';
import { ChangeRiskSubjects } from './application/change-risk-subjects.js';
import { CreateRisk } from './application/create-risk.js';
import { ExportActions } from './application/export-actions.js';
import { ExportComparison } from './application/export-comparison.js';
import { ExportLessons } from './application/export-lessons.js';
import { ExportRisks } from './application/export-risks.js';
import { ExportTrend } from './application/export-trend.js';
import { LessonObligation } from './application/lesson-obligation.js';
import { ListActions } from './application/list-actions.js';
import { ListRisks } from './application/list-risks.js';
import { MoveAction } from './application/move-action.js';
import { PlanAction } from './application/plan-action.js';
import { ExportPlanMoney } from './application/export-plan-money.js';
import { PlanSummary } from './application/plan-summary.js';
import { PlanTimeline } from './application/plan-timeline.js';
import { ReadReport } from './application/read-report.js';
import { ReadSignedContent } from './application/read-signed-content.js';
import { RecordLesson } from './application/record-lesson.js';
import { ReportPacks } from './application/report-packs.js';
import { ReturnAssessment } from './application/return-assessment.js';
import { ReviewRisks } from './application/review-risks.js';
import { RiskHeatMap } from './application/risk-heat-map.js';
import { RiskTrend } from './application/risk-trend.js';
import { SettleEffects } from './application/settle-effects.js';
import { ShowChanges } from './application/show-changes.js';
import { ShowAction } from './application/show-action.js';
import { ShowLessons } from './application/show-lessons.js';
import { ShowRisk } from './application/show-risk.js';
import { ShowScalesInUse } from './application/show-scales-in-use.js';
import { SignOff } from './application/sign-off.js';
import { SubmitForApproval } from './application/submit-for-approval.js';
import { TakeOverRegister } from './application/take-over-register.js';
import { DamagedSnapshots } from './application/damaged-snapshots.js';
import { WithdrawAssessment } from './application/withdraw-assessment.js';
import { WholeReport } from './application/whole-report.js';
import { AcceptancesController } from './http/acceptances.controller.js';
import { ActionsController } from './http/actions.controller.js';
import { ChangesController } from './http/changes.controller.js';
import { EffectsController } from './http/effects.controller.js';
import { LessonsController } from './http/lessons.controller.js';
import { MilestonesController } from './http/milestones.controller.js';
import { PlanController } from './http/plan.controller.js';
import { ReviewsController } from './http/reviews.controller.js';
import { RisksController } from './http/risks.controller.js';
import { SignOffController } from './http/sign-off.controller.js';
import { LessonRecord } from './persistence/lesson.record.js';
import { MilestoneRecord } from './persistence/milestone.record.js';
import { RemediationActionRecord } from './persistence/remediation-action.record.js';
import { RiskRecord } from './persistence/risk.record.js';

/** The register, the plan and the sign-off, as Nest puts them together. */
export const registerControllers: Type[] = [
  RisksController,
  AcceptancesController,
  ReviewsController,
  ActionsController,
  MilestonesController,
  EffectsController,
  LessonsController,
  PlanController,
  SignOffController,
  ChangesController,
];
export const registerProviders: Provider[] = [
  AssessmentPacks,
  ListRisks,
  ExportRisks,
  RiskHeatMap,
  ShowScalesInUse,
  RiskTrend,
  ExportTrend,
  ShowRisk,
  ChangeRisk,
  ChangeRiskSubjects,
  AcceptRisk,
  AcceptanceEnd,
  CreateRisk,
  CarryRegister,
  TakeOverRegister,
  ReviewRisks,
  ListActions,
  ExportActions,
  ShowAction,
  PlanAction,
  ChangeAction,
  MoveAction,
  ActionMilestones,
  ActionEffects,
  SettleEffects,
  ActionDependencies,
  RecordLesson,
  ChangeLesson,
  ShowLessons,
  ExportLessons,
  LessonObligation,
  AddActionEvidence,
  ActionObligation,
  PlanSummary,
  ExportPlanMoney,
  PlanTimeline,
  ReportPacks,
  WholeReport,
  DamagedSnapshots,
  ReadReport,
  ReadSignedContent,
  SignOff,
  SubmitForApproval,
  ReturnAssessment,
  ApproveAssessment,
  WithdrawAssessment,
  ShowChanges,
  ExportComparison,
];
export const registerRecords: RecordClass[] = [
  RiskRecord,
  RemediationActionRecord,
  MilestoneRecord,
  LessonRecord,
];
