import type { AssessmentReport } from '../assessment-report';
import { dayIn } from '../format';
import type { DocumentName } from '../render-document';

/** 'harlow-family-clinic-risk-analysis-report-2026-11-20.pdf': whose, what, of which day at the organization; a draft says so. */
export function documentFileName(document: DocumentName, report: AssessmentReport): string {
  const day = report.signOff?.approvedOn ?? dayIn(report.generatedAt, report.organization.timeZone);
  const parts = [plainLetters(report.organization.name), document, day, report.signOff ? '' : 'draft'];
  return `${parts.filter(Boolean).join('-')}.pdf`;
}

function plainLetters(name: string): string {
  const ascii = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
