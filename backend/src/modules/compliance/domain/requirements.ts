import type { Confidence, PackHead } from './pack.js';
import type { Designation } from './questionnaire.js';

export interface Requirement {
  id: string;
  citation: string;
  family: string;
  kind: 'standard' | 'implementation_specification' | 'contract_or_plan_provision';
  title: string;
  designation: Designation;
  /** The citation of the standard that this belongs to; null on a standard. */
  standard: string | null;
  order: number;
  summary: string;
  inPractice: string;
  ocrAuditProtocol: readonly string[];
  source: string;
  note?: string;
  confidence?: Confidence;
}

/** One of the tests that OCR puts to a risk analysis: the checklist of the sign-off. */
export interface AnalysisTest {
  id: string;
  title: string;
  question: string;
  howToShow: string;
  citations: readonly string[];
  source: string;
}

export interface MethodologyStep {
  step: number;
  title: string;
  text: string;
  citations: readonly string[];
}

export interface Requirements extends PackHead {
  kind: 'requirements';
  requirements: readonly Requirement[];
  analysisTests: readonly AnalysisTest[];
  methodology: readonly MethodologyStep[];
}
