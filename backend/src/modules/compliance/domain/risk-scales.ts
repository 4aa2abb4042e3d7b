import type { Confidence, PackHead } from './pack.js';

export interface RiskScaleStep {
  id: string;
  label: string;
  value: number;
  meaning: string;
  everyday: string;
}

export interface RiskScaleLevel {
  id: string;
  label: string;
  meaning: string;
  responseGuide: string;
}

/** Steps and levels go from the least to the most; matrix[likelihood][impact] is a level. */
export interface RiskScale {
  id: string;
  version: number;
  title: string;
  basis: string;
  confidence: Confidence;
  note: string;
  citations: readonly string[];
  likelihood: readonly RiskScaleStep[];
  impact: readonly RiskScaleStep[];
  levels: readonly RiskScaleLevel[];
  matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface RiskScales extends PackHead {
  kind: 'risk-scales';
  scales: readonly RiskScale[];
}
