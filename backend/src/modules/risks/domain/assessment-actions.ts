import { stepsFrom, type AssessmentStatus } from './assessment-status.js';

export type AssessmentAction = 'update' | 'answer' | 'submit' | 'return' | 'approve' | 'withdraw' | 'export';

export interface AssessmentViewer {
  memberId: string;
  /** assessment:write */
  writes: boolean;
  /** assessment:approve */
  approves: boolean;
  /** report:export */
  exports: boolean;
}

/** What a person may do with an analysis as it stands. Nobody approves what they prepared or submitted themselves. */
export function allowedActions(
  assessment: { status: AssessmentStatus; preparedBy: string; submittedBy: string | null },
  viewer: AssessmentViewer,
): AssessmentAction[] {
  const { status, preparedBy, submittedBy } = assessment;
  const isAuthor = viewer.memberId === preparedBy || viewer.memberId === submittedBy;
  const open: Record<AssessmentAction, boolean> = {
    update: status === 'draft' && viewer.writes,
    answer: status === 'draft' && viewer.writes,
    submit: stepsFrom(status).includes('submit') && viewer.writes,
    return: stepsFrom(status).includes('return') && viewer.approves,
    approve: stepsFrom(status).includes('approve') && viewer.approves && !isAuthor,
    withdraw: stepsFrom(status).includes('withdraw') && viewer.writes,
    export: viewer.exports,
  };
  return (Object.keys(open) as AssessmentAction[]).filter((action) => open[action]);
}
