import { useRouteLoaderData } from 'react-router';
import type { Reply } from '~/api/reply';

export type Assessment = Reply<'/api/v1/assessments/{id}', 'get'>;
export type AssessmentSection = Assessment['sections'][number];

const FRAME_ROUTE = 'routes/_app.assessments.$assessmentId';

/** The assessment as the frame around its pages loaded it. */
export function useAssessment(): Assessment {
  const data = useRouteLoaderData<{ assessment: Assessment }>(FRAME_ROUTE);
  if (!data) throw new Error('useAssessment() belongs on pages of one assessment.');
  return data.assessment;
}
