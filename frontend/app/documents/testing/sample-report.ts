import { readFileSync } from 'node:fs';
import type { AssessmentReport } from '../assessment-report';

const SAMPLE = new URL(
  '../../../../backend/src/modules/risks/domain/assessment-report.sample.json',
  import.meta.url,
);

/** A signed report with one of everything in it; specs that read it run in Node. */
export function sampleReport(): AssessmentReport {
  return JSON.parse(readFileSync(SAMPLE, 'utf8')) as AssessmentReport;
}
