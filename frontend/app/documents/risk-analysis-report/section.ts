import type { AssessmentReport } from '../assessment-report';
import type { DocumentFrame } from '../document-frame';

/** What each section of the report is given. */
export interface SectionProps {
  report: AssessmentReport;
  frame: DocumentFrame;
  id: string;
  number: number;
  title: string;
}
