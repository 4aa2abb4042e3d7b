import type {
  Designation,
  Question,
  QuestionOption,
  Questionnaire,
  QuestionnaireSection,
  Standing,
} from '../questionnaire.js';
import type { Requirement } from '../requirements.js';
import type { ImportNote, OfficialFile } from './official-file.js';

/** The question set of the Security Risk Assessment Tool, as its file has it. */
export interface SraToolFile extends OfficialFile {
  sections: readonly SraSection[];
}
interface SraSection {
  id: string;
  number: number;
  title: string;
  questions: readonly SraQuestion[];
  vulnerabilities?: readonly {
    id: string;
    number: number;
    vulnerability: string;
    threats: readonly string[];
  }[];
}
export interface SraQuestion {
  id: string;
  number: number;
  text: string;
  citations: readonly string[];
  requirement_ids: readonly string[];
  tool_designation: string;
  options: readonly SraOption[];
  other_references?: { nist_csf_2_0?: readonly string[]; hph_cpg?: readonly string[]; hicp?: string | null };
}
export interface SraOption {
  text: string;
  /** The tool's flag: 1 on what it takes for good practice, 0 on everything else. No weight. */
  risk_value: 0 | 1;
  education: string;
}

const UNSURE = /^(i|we) (don['’]?t|do not) know\b|^(i['’]m|i am|we['’]re|we are) not sure\b/i;
const NOT_APPLICABLE = /^(not applicable|n\/a)\b/i;
// The Omnibus Rule took it away: 78 FR 5566, January 25, 2013.
const REMOVED_PARAGRAPHS = new Set(['45 CFR 164.314(a)(1)(i)']);

/** What an answer of the tool says about the safeguard. */
export function standingOf(option: SraOption, question: Pick<SraQuestion, 'options'>): Standing {
  if (option.risk_value === 1) return 'in-place';
  if (NOT_APPLICABLE.test(option.text)) return 'not-applicable';
  // Where the tool marks no answer as good, none is failed by itself: it stays open until a person has judged it.
  if (UNSURE.test(option.text) || flagged(question).length === 0) return 'unknown';
  return 'gap';
}

/** Our requirements, as far as they are installed. */
export interface Regulation {
  byId: ReadonlyMap<string, Requirement>;
}

/** The tool's set as a questionnaire: its words untouched, its quirks shown as notes. */
export function questionnaireFromSraTool(
  file: SraToolFile,
  head: Omit<Questionnaire, 'sections' | 'kind'>,
  regulation: Regulation,
): { pack: Questionnaire; notes: ImportNote[] } {
  const notes: ImportNote[] = [];
  const sections = file.sections.map((section): QuestionnaireSection => ({
    id: section.id,
    number: section.number,
    title: section.title,
    intro: '',
    questions: section.questions.map((question) => {
      const remarks = remarksOn(question, regulation);
      notes.push(...remarks.map((message) => ({ path: question.id, message })));
      return questionFrom(question, regulation, [...remarks, ...otherReferences(question)]);
    }),
    ...(section.vulnerabilities ? { vulnerabilities: section.vulnerabilities } : {}),
  }));
  return { pack: { ...head, kind: 'questionnaire', sections }, notes };
}

function questionFrom(question: SraQuestion, regulation: Regulation, remarks: string[]): Question {
  const designation = designationOf(question, regulation);
  const published = publishedLabel(question);
  return {
    id: question.id,
    number: question.number,
    covers: question.id,
    citations: question.citations,
    requirementIds: [...new Set(question.requirement_ids)],
    designation,
    ...(published !== designation ? { publishedDesignation: question.tool_designation } : {}),
    text: question.text,
    why: '',
    evidence: '',
    findingTitle: question.text.slice(0, 300),
    options: question.options.map((option, index): QuestionOption => ({
      id: String.fromCharCode('a'.charCodeAt(0) + index),
      text: option.text,
      standing: standingOf(option, question),
      explanation: option.education,
    })),
    ...(remarks.length > 0 ? { note: remarks.join(' ') } : {}),
  };
}

function remarksOn(question: SraQuestion, regulation: Regulation): string[] {
  const remarks: string[] = [];
  const [published, actual, all] = [
    publishedLabel(question),
    designationOf(question, regulation),
    labels(question, regulation),
  ];
  if (all.length > 1) {
    remarks.push(
      'Of the paragraphs that it cites, some are Required and some Addressable. The stricter label is shown.',
    );
  } else if (published !== null && actual === null) {
    const why =
      question.citations.length === 0
        ? 'but cites no paragraph'
        : 'but cites a paragraph outside the Security Rule';
    remarks.push(
      `The tool prints "${published}", ${why}. No label is shown, since only the Security Rule gives one.`,
    );
  } else if (published !== actual) {
    remarks.push(
      `The tool prints "${published ?? 'no label'}". The regulation says ${actual ?? 'nothing'} for what is cited, and the regulation decides.`,
    );
  }
  for (const citation of question.citations) {
    if (REMOVED_PARAGRAPHS.has(citation))
      remarks.push(`${citation} is cited as published; that paragraph was removed in 2013.`);
  }
  const good = flagged(question).length;
  if (good === 0)
    remarks.push(
      'The tool marks none of these answers as good practice, so none counts as failed: whatever you answer becomes a finding for you to judge.',
    );
  if (good > 1)
    remarks.push(`The tool marks ${good} of these answers as good practice. Choose the one that is nearest.`);
  return remarks;
}

function otherReferences({ other_references: other }: SraQuestion): string[] {
  const parts = [
    other?.nist_csf_2_0?.length ? `NIST CSF 2.0: ${other.nist_csf_2_0.join(', ')}` : '',
    other?.hph_cpg?.length ? `HPH CPG: ${other.hph_cpg.join(', ')}` : '',
    other?.hicp ? `HICP: ${other.hicp}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? [`The tool also refers to ${parts.join('; ')}.`] : [];
}

function flagged(question: Pick<SraQuestion, 'options'>): SraOption[] {
  return question.options.filter((option) => option.risk_value === 1);
}

/** What the regulation says of the cited paragraphs; where it says both, the stricter. */
function designationOf(question: SraQuestion, regulation: Regulation): Designation | null {
  const found = labels(question, regulation);
  return found.includes('Required') ? 'Required' : (found[0] ?? null);
}

function labels(question: SraQuestion, regulation: Regulation): Designation[] {
  return [...new Set(question.requirement_ids.flatMap((id) => regulation.byId.get(id)?.designation ?? []))];
}

function publishedLabel({ tool_designation: label }: SraQuestion): string | null {
  return label === 'N/A' || label === '' ? null : label;
}
