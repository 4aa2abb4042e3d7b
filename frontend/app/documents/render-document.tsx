import { renderToStream } from '@react-pdf/renderer';
import type { AssessmentReport } from './assessment-report';
import { isCovered, registerFonts } from './fonts';
import type { TellProgress } from './layout-progress';
import { legible } from './legible';
import { RemediationPlan } from './remediation-plan/remediation-plan';
import { RiskAnalysisReport } from './risk-analysis-report/risk-analysis-report';

export const DOCUMENTS = {
  'risk-analysis-report': RiskAnalysisReport,
  'remediation-plan': RemediationPlan,
} as const;
export type DocumentName = keyof typeof DOCUMENTS;

/** Lays the whole document out first, then streams its bytes: belongs in a process of its own. */
export async function renderDocument(
  name: DocumentName,
  report: AssessmentReport,
  tell: TellProgress = () => undefined,
): Promise<NodeJS.ReadableStream> {
  await registerFonts();
  const Document = DOCUMENTS[name];
  return renderToStream(<Document report={legible(report, isCovered)} tell={tell} />);
}
