export { Packs, type SourcedText } from './application/packs.js';
export { installShippedPacks } from './application/install-shipped-packs.js';
export { readShippedBreachRule } from './application/read-shipped.js';
export { SHIPPED } from './application/shipped.js';
export type { RunSql } from './persistence/pack-rows.js';
export type { BreachFigures } from './domain/breach-figures.js';
export type { ChecklistTask } from './domain/incident-checklists.js';
export type { PackRef, Provenance } from './domain/pack.js';
export {
  askingOf,
  followUpsOf,
  progressOf,
  wholeProgress,
  type Asking,
  type GivenOptions,
  type SectionProgress,
} from './domain/gates.js';
export { questionsOf, type IndexedQuestion, type QuestionIndex } from './domain/question-index.js';
export {
  STANDINGS,
  type Designation,
  type Question,
  type Questionnaire,
  type QuestionnaireSection,
  type QuestionOption,
  type Standing,
} from './domain/questionnaire.js';
export type { AnalysisTest, MethodologyStep, Requirement, Requirements } from './domain/requirements.js';
export type { RiskScale, RiskScaleLevel, RiskScales, RiskScaleStep } from './domain/risk-scales.js';
export type { Term } from './domain/terms.js';
export { SUBJECT_KINDS } from './domain/threats.js';
export type {
  PairCondition,
  Safeguard,
  SubjectKind,
  SuggestedStep,
  Threat,
  ThreatCatalog,
  ThreatPair,
  Vulnerability,
} from './domain/threats.js';
export { citation as citationField } from './formats/fields.js';
