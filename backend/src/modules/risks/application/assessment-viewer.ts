import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import type { AssessmentViewer } from '../domain/assessment-actions.js';

/** The person of this request, as far as the rules of an assessment ask. */
export function assessmentViewer(): AssessmentViewer {
  const { permissions } = currentContext();
  return {
    memberId: currentMember().memberId,
    writes: permissions.has('assessment:write'),
    approves: permissions.has('assessment:approve'),
    exports: permissions.has('report:export'),
  };
}
