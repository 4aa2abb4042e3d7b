import { t } from '~/messages';
import type { AssessmentReport } from './assessment-report';
import { moment } from './format';

/** What each page of a document says about the whole. */
export interface DocumentFrame {
  documentTitle: string;
  assessmentTitle: string;
  organization: string;
  generated: string;
  timeZone: string;
  /** Null while nobody has signed. */
  contentHash: string | null;
  /** On which page each section starts: filled when the pages are laid out, read by the contents in the second round. */
  pageOf: Map<string, number>;
}

export function frameOf(report: AssessmentReport, documentTitle: string): DocumentFrame {
  return {
    documentTitle,
    assessmentTitle: report.assessment.title,
    organization: report.organization.name,
    generated: t('documents.generated', { time: moment(report.generatedAt, report.organization.timeZone) }),
    timeZone: report.organization.timeZone,
    contentHash: report.signOff?.contentHash ?? null,
    pageOf: new Map(),
  };
}
