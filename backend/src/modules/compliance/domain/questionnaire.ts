import type { PackHead } from './pack.js';

/** What an answer says about a safeguard. */
export const STANDINGS = ['in-place', 'partial', 'gap', 'unknown', 'not-applicable'] as const;
export type Standing = (typeof STANDINGS)[number];

export const DESIGNATIONS = ['Required', 'Addressable'] as const;
export type Designation = (typeof DESIGNATIONS)[number];

export interface QuestionOption {
  id: string;
  text: string;
  standing: Standing;
  explanation: string;
}

/**
 * A gate: the question is asked after certain answers to an earlier one of the same pack, and only then. Until that one
 * is answered it is not asked yet. It says the answers by `options` or by their `standings`, never both.
 */
export interface AskedWhen {
  /** The earlier question. */
  question: string;
  options?: readonly string[] | undefined;
  standings?: readonly Standing[] | undefined;
  /** Why nothing is lost where it is not asked. */
  why: string;
}

export interface Question {
  id: string;
  number: number;
  /** The official question or key activity whose subject this one has. */
  covers: string;
  citations: readonly string[];
  requirementIds: readonly string[];
  /** As the regulation has it; null where it gives no label. */
  designation: Designation | null;
  /** What the source prints, where that differs. */
  publishedDesignation?: string;
  text: string;
  /** Absent: it is always asked. */
  askedWhen?: AskedWhen | undefined;
  why: string;
  evidence: string;
  findingTitle: string;
  options: readonly QuestionOption[];
  note?: string;
}

/** A vulnerability that a questionnaire's own section lists, with its threats. */
export interface SectionVulnerability {
  id: string;
  number: number;
  vulnerability: string;
  threats: readonly string[];
}

export interface QuestionnaireSection {
  id: string;
  number: number;
  title: string;
  intro: string;
  questions: readonly Question[];
  vulnerabilities?: readonly SectionVulnerability[];
}

export interface Questionnaire extends PackHead {
  kind: 'questionnaire';
  sections: readonly QuestionnaireSection[];
}
