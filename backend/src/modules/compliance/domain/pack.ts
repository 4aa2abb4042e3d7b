/** How sure we are of a row or of a whole pack, as its author says. */
export type Confidence =
  'verified' | 'verified-in-part' | 'single-source' | 'general-knowledge' | 'as-published';

export interface Provenance {
  author: string;
  basis: string;
  checkedOn: string | null;
  confidence: Confidence;
  note: string;
  licence?: string;
  /** Of what the official document says, however it is spaced. Two imports of it are the same, whatever we made of it. */
  documentHash?: string;
  /** Of the file that it was read from, byte for byte. */
  fileSha256?: string;
  /** What the file says of itself, as it says it. */
  meta?: Record<string, unknown>;
}

export const PACK_KINDS = [
  'questionnaire',
  'threats',
  'risk-scales',
  'requirements',
  'terms',
  'official-texts',
  'breach-rule',
  'incident-checklists',
] as const;
export type PackKind = (typeof PACK_KINDS)[number];

export interface PackRef {
  pack: string;
  version: string;
}

/** What every pack says of itself. A version never changes: what is new is a new version. */
export interface PackHead extends PackRef {
  kind: PackKind;
  title: string;
  language: string;
  provenance: Provenance;
}

export type PackContent =
  | import('./questionnaire.js').Questionnaire
  | import('./threats.js').ThreatCatalog
  | import('./risk-scales.js').RiskScales
  | import('./requirements.js').Requirements
  | import('./terms.js').Terms
  | import('./official-texts.js').OfficialTexts
  | import('./breach-figures.js').BreachFigures
  | import('./incident-checklists.js').IncidentChecklists;
