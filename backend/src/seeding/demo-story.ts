/** What a demo organization is and did: the files in seed/demo. Days are counted from the day of loading. */
export interface DemoStory {
  organization: {
    name: string;
    kind: 'covered-entity' | 'business-associate';
    timeZone: string;
    fiscalYearStartMonth: number;
    workforceSize: number;
    annualSecurityBudgetCents: number;
  };
  sites: {
    name: string;
    street: string | null;
    city: string | null;
    state: string | null;
    postalCode: string | null;
    phone: string | null;
  }[];
  /** The first is the organization admin who founds it. */
  people: DemoPerson[];
  vendors: DemoVendor[];
  assets: (Record<string, unknown> &
    Added & { tag: string; site: string | null; owner: string; disposal?: DemoDisposal })[];
  dataFlows: (Record<string, unknown> & Added & { name: string; from: DemoEnd; to: DemoEnd })[];
  assessments: DemoAssessment[];
  scans?: DemoScan[];
  scales?: DemoScale[];
  changes?: { reports: DemoReport[]; decisions: DemoDecision[] };
  recordReviews?: DemoRecordReview[];
  incidents?: DemoIncident[];
}

/** What somebody reported, and what its team has done so far. */
export interface DemoIncident {
  daysAgo: number;
  by: string;
  noticedDaysAgo: number;
  occurredDaysAgo: number;
  report: { kind: string; title: string; whatHappened: string; phiInvolved: string };
  triage: { severity: string };
  /** Role and the key of a person; the commander first, who does the rest. */
  team: { role: string; person: string }[];
  moves: string[];
  log: { kind: string; words: string }[];
  tasks: { phase: string; title: string }[];
  /** A draft, as far as it has come. */
  determination?: { about: string; individuals: number };
}

/** Records by their tags, codes or names; without `on` all of the inventory and the vendors, but for `except`. */
export interface DemoRecordReview {
  daysAgo: number;
  on?: string[];
  except?: string[];
  outcome: string;
  reason: string;
}

/** What a person reports of the environment. */
export interface DemoReport {
  daysAgo: number;
  happenedDaysAgo: number;
  kind: string;
  subject: string;
  description: string;
}

/** About changes by the names of what changed; `into` is the key of an analysis. */
export interface DemoDecision {
  daysAgo: number;
  names: string[];
  decision: string;
  reason: string;
  into?: string;
}

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  role: string;
}

/** Without a day it was there before the first assessment. */
interface Added {
  addedDaysAgo?: number;
}

type DemoEnd = { tag: string } | { vendor: string } | { party: string };

/** How the ePHI on an asset was removed before it went. */
export interface DemoDisposal {
  method: string;
  doneDaysAgo: number;
  doneBy: string;
  givenTo: string;
  verifiedBy: string;
  certificate: string;
}

export interface DemoVendor extends Added {
  name: string;
  service: string;
  contactEmail: string | null;
  agreementStatus: string;
  agreementNotRequiredReason?: string;
  signedDaysAgo?: number;
  /** Below zero: it has ended. */
  endsInDays?: number;
}

export interface DemoAssessment {
  key: string;
  /** `{month}` stands for the month and year of its start. */
  title: string;
  startedDaysAgo: number;
  scope: string;
  scale: string;
  preparedBy: string;
  previous?: string;
  /** The version of our questions that it was asked by; without it the newest. */
  questionsVersion?: string;
  /** The spreadsheet of an earlier year, from before this product was here. */
  earlierAnswers?: DemoEarlierAnswers;
  /** Per section one letter a question: the id of the option, `-` for not answered. */
  answers: Record<string, string>;
  notes: Record<string, string>;
  exclusions: { tag: string; reason: string }[];
  risks: DemoRisk[];
  /** Risks from the analysis before whose rating still holds, by their numbers in the register. */
  reviews?: { risks: number[]; reason: string }[];
  dismissals: { pair: string; on: string; reason: string }[];
  /** Whatever else these pairs are proposed for: turned down with one reason. */
  turnedDown?: { pairs: string[]; reason: string }[];
  actions: DemoAction[];
  /** Decisions on addressable specifications by their ids; of the others those are decided that the answers carry. */
  specifications: Record<
    string,
    { decision: string; measure: string; reasoning: string; evidence?: DemoEvidence }
  >;
  /** Ids of those whose decision of the analysis before still fits. */
  specificationsConfirmed?: string[];
  checklist: Record<string, string>;
  submitted?: { daysAgo: number };
  signOff?: { submittedDaysAgo: number; approvedDaysAgo: number; approvedBy: string; statement: string };
}

/** What shows something: words, and a file of plain text where there is one. */
export interface DemoEvidence {
  title: string;
  note: string;
  file?: { name: string; lines: string[] };
}

/** `answers` and `notes` as those of an assessment. */
export interface DemoEarlierAnswers {
  fileName: string;
  answeredDaysAgo: number;
  answers: Record<string, string>;
  notes: Record<string, string>;
}

/** `on` is the tag of an asset or the name of a flow. Without `inherent` nobody rated it yet. */
export interface DemoRisk {
  pair: string;
  on: string;
  inherent?: [string, string];
  residual?: [string, string];
  safeguards?: string;
  ratingReason?: string;
  treatment?: string;
  treatmentReason?: string;
  owner?: string;
  /** Asked by who prepares the analysis, on the day of its start. */
  acceptance?: { reason: string; forDays: number; approvedBy: string; note: string };
}

export interface DemoAction {
  risk: { pair: string; on: string };
  title: string;
  description: string;
  owner: string;
  dueInDays: number;
  /** For when it was promised first, and why and when that moved. */
  movedFrom?: { dueInDays: number; daysAgo: number; reason: string };
  budgetCents: number;
  spentCents: number;
  state: 'planned' | 'in-progress' | 'done' | 'validated';
  milestones: { title: string; dueInDays: number; done: boolean }[];
  /** What shows that it was done: a title and a note. Without it, why nothing does has to stand here. */
  evidence?: { title: string; note: string };
  noEvidenceReason?: string;
  validationNote: string;
  validatedBy: string | null;
  /** Likelihood and impact that are expected to remain of its risk. */
  expected?: [string, string];
  /** Further risks of the analysis that it lowers. */
  alsoLowers?: { risk: { pair: string; on: string }; expected: [string, string] }[];
  /** Why who validated it left its risks where they were; without it they moved. */
  leftBecause?: string;
  yearlyBudgetCents?: number;
  yearlySpentCents?: number;
  /** Titles of actions of the same plan. */
  waitsFor?: string[];
  lessons?: { kind: string; title: string; owner: string; dueInDays: number; doneDaysAgo?: number }[];
}

/** A scale of the organization's own, drafted and adopted on one day; `content` as the API takes it. */
export interface DemoScale {
  title: string;
  reason: string;
  from: string;
  daysAgo: number;
  proposedBy: string;
  adoptedBy: string;
  content: object;
}

/** A file of a scanner: lines of CSV, the first with the headings. */
export interface DemoScan {
  fileName: string;
  daysAgo: number;
  isComplete: boolean;
  /** The lines of a list, or else what a SARIF file holds. */
  rows?: string[];
  sarif?: object;
  /** Whose a host is, by the tag of the asset; of later files it is known. */
  hosts: Record<string, string>;
  /** Which asset the results of a run are of that name none, by the tag. */
  runs?: Record<string, string>;
  /** By the number of the check. */
  decisions: { rule: string; status: string; reason: string }[];
}
