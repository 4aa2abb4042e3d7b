import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';
import type { ExportedDocument } from './sign-off.schemas.js';

interface Exported extends TakenOut {
  rows: number;
  /** More than were counted. */
  totalIsCapped: boolean;
}

/** Details hold ids, counts and enumerations, never what a person wrote. */
declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'risk.created': { number: number; source: 'manual' | 'finding' | 'proposal' };
    'risk.updated': { assessmentStatus: string };
    'risk.rated': { assessmentStatus: string; inherentLevel: string | null; residualLevel: string | null };
    /** It concerns one thing more, or less. */
    'risk.subject-added': { subjectType: string; subjectId: string };
    'risk.subject-removed': { subjectType: string; subjectId: string };
    'risk.carried': { fromId: string; clearsRatings: boolean };
    /** Closed, since the same risk stands in the next analysis. */
    'risk.continued': { asId: string };
    /** From an analysis that was withdrawn. */
    'risk.given-back': { fromId: string };
    'risk.reviewed': { outcome: string };
    'acceptance.asked': { acceptanceId: string; untilOn: string };
    'acceptance.approved': { acceptanceId: string; untilOn: string };
    'acceptance.refused': { acceptanceId: string; untilOn: string };
    'acceptance.withdrawn': { acceptanceId: string; untilOn: string };
    'acceptance.became-stale': { acceptanceId: string };
    'risk.exported': Exported;
    'action.exported': Exported;
    'action.money-exported': { rows: number } & TakenOut;
    'finding.exported': Exported;
    'risk.trend-exported': { rows: number } & TakenOut;
    'lesson.exported': Exported;
    'assessment.changes-exported': { rows: number } & TakenOut;
    'action.created': { number: number };
    'action.updated': object;
    'action.carried': { fromId: string };
    'action.given-back': { fromId: string };
    'action.started': object;
    'action.completed': { completedOn: string };
    'action.validated': object;
    'effect.planned': { riskId: string };
    'effect.removed': { riskId: string };
    'effect.moved': { riskId: string };
    'effect.left': { riskId: string };
    'dependency.added': { waitsForId: string };
    'dependency.removed': { waitsForId: string };
    'lesson.recorded': { kind: string };
    'lesson.updated': { kind: string };
    'lesson.removed': { kind: string };
    'action.cancelled': object;
    'action.reopened': { from: string };
    'milestone.added': { milestoneId: string };
    'milestone.updated': { milestoneId: string };
    'milestone.removed': { milestoneId: string };
    'assessment.checklist-answered': { testId: string; met: boolean };
    'assessment.submitted': object;
    'assessment.returned': object;
    'assessment.approved': { snapshotId: string; contentHash: string };
    'assessment.snapshot-refused': { snapshotId: string };
    'report.exported': {
      assessmentId: string;
      signed: boolean;
      document: ExportedDocument | 'signed-content';
    } & Pick<TakenOut, 'purpose'>;
  }
}

declareRecordTypes({
  risk: {
    idKind: 'risk',
    read: 'risk:read',
    labels: 'select id, title as label from risk where organization_id = $1 and id = any ($2)',
  },
  'remediation-action': {
    idKind: 'action',
    read: 'plan:read',
    labels: 'select id, title as label from remediation_action where organization_id = $1 and id = any ($2)',
    own: 'select 1 from remediation_action where organization_id = $1 and id = $2 and owner_id = $3',
  },
  'remediation-lesson': {
    idKind: 'lesson',
    read: 'plan:read',
    labels: 'select id, title as label from remediation_lesson where organization_id = $1 and id = any ($2)',
    own: 'select 1 from remediation_lesson where organization_id = $1 and id = $2 and owner_id = $3',
  },
});
