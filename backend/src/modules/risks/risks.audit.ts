/** Details hold ids, counts and enumerations, never what a person wrote. */
declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'risk.created': { number: number; source: 'manual' | 'finding' | 'proposal' };
    'risk.updated': { assessmentStatus: string };
    'risk.rated': { assessmentStatus: string; inherentLevel: string | null; residualLevel: string | null };
    'action.created': { number: number };
    'action.updated': object;
    'action.started': object;
    'action.completed': { completedOn: string };
    'action.validated': object;
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
    'report.exported': { assessmentId: string; signed: boolean };
  }
}
export {};
