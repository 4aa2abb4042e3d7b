import type { PackHead } from './pack.js';

export type SuggestedStep = 'very-low' | 'low' | 'moderate' | 'high' | 'very-high';

export interface Threat {
  id: string;
  title: string;
  description: string;
  source: 'adversarial' | 'accidental' | 'environmental' | 'structural';
  sp80030: readonly string[];
  citations: readonly string[];
}

export interface Vulnerability {
  id: string;
  title: string;
  description: string;
  covers: readonly string[];
  citations: readonly string[];
  requirementIds: readonly string[];
}

export interface Safeguard {
  id: string;
  title: string;
  description: string;
  citations: readonly string[];
  requirementIds: readonly string[];
}

/** One fact about an asset or a flow, and the values that it may have. */
export interface PairCondition {
  field: string;
  is: readonly (string | boolean)[];
}

/** What a pair is proposed for: 'data-flow', or a kind of asset. */
export const SUBJECT_KINDS = [
  'system',
  'application',
  'device',
  'media',
  'facility',
  'process',
  'data-flow',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface ThreatPair {
  id: string;
  threat: string;
  vulnerability: string;
  /** Each condition has to hold. */
  appliesTo: { assetKinds: readonly SubjectKind[]; when: readonly PairCondition[] };
  suggestedLikelihood: SuggestedStep;
  suggestedImpact: SuggestedStep;
  safeguards: readonly string[];
  rationale: string;
}

export interface ThreatCatalog extends PackHead {
  kind: 'threats';
  threats: readonly Threat[];
  vulnerabilities: readonly Vulnerability[];
  safeguards: readonly Safeguard[];
  pairs: readonly ThreatPair[];
}

/** The facts that conditions may ask about, and their values: those of the inventory. */
const ANSWERED = ['yes', 'partial', 'no', 'unknown', 'not-applicable'];
export const ASSET_FACTS: Readonly<Record<string, readonly (string | boolean)[]>> = {
  holdsEphi: [true, false],
  portable: [true, false],
  internetFacing: [true, false],
  hosting: ['on-premises', 'vendor-hosted', 'cloud', 'portable', 'paper'],
  encryptionAtRest: ANSWERED,
  encryptionInTransit: ANSWERED,
  backup: ['tested', 'untested', 'none', 'unknown', 'not-applicable'],
  lifecycle: ['planned', 'in-service', 'retired', 'disposed'],
};
export const FLOW_FACTS: Readonly<Record<string, readonly (string | boolean)[]>> = {
  transportSecurity: ['encrypted', 'partial', 'none', 'unknown'],
  counterparty: ['internal', 'vendor', 'patient', 'government', 'other'],
  offshore: [true, false],
};
