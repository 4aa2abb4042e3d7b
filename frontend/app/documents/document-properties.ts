import type { DocumentProps } from '@react-pdf/renderer';
import type { AssessmentReport } from './assessment-report';

/** Archival (PDF/A-2b): every font embedded, colours defined, nothing that a later reader would have to fetch. */
export function documentProperties(report: AssessmentReport, title: string, subject: string): DocumentProps {
  return {
    title: `${title}: ${report.assessment.title}`,
    author: report.organization.name,
    subject,
    keywords: ['HIPAA', report.assessment.id, report.signOff?.contentHash].filter(Boolean).join(', '),
    creator: 'Part164',
    producer: 'Part164',
    creationDate: new Date(report.generatedAt),
    modificationDate: new Date(report.generatedAt),
    conformance: 'PDF/A-2b',
    pageMode: 'useOutlines',
  };
}
