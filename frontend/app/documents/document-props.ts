import type { AssessmentReport } from './assessment-report';
import type { TellProgress } from './layout-progress';

export interface DocumentProps {
  report: AssessmentReport;
  tell: TellProgress;
}
