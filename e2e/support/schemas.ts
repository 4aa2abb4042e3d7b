/** What the journeys read from the API's answers: a client of their own, that knows the public names and no code. */
export interface Schemas {
  Session: { csrfToken: string };
  Assessment: {
    id: string;
    title: string;
    status: 'draft' | 'in-review' | 'signed' | 'withdrawn';
    version: number;
    sections: { id: string }[];
    scale: { likelihood: { id: string }[]; impact: { id: string }[] };
    signOff: { contentHash: string; approvedOn: string } | null;
  };
  AssessmentPage: { items: { id: string; title: string; status: string }[] };
  Question: {
    id: string;
    text: string;
    asking: 'asked' | 'waiting' | 'not-asked';
    gate: object | null;
    options: { id: string; text: string; standing: string }[];
    answer: { version: number; notes: string; finding: { id: string } | null } | null;
  };
  QuestionnaireSection: { questions: Schemas['Question'][] };
  QuestionnaireList: { items: { pack: string; version: string; official: boolean }[] };
  Finding: { title: string };
  AddressableSpecificationList: {
    items: { requirementId: string; decision: object | null; proposed: boolean }[];
  };
  ProposalPage: {
    items: { type: string; id: string; proposals: { pairId: string }[] }[];
    nextCursor: string | null;
  };
  ColleagueList: { items: { id: string; name: string }[] };
  RiskPage: { items: { id: string; number: number; title: string }[] };
  Risk: { id: string; version: number };
  UpdateRiskRequest: Record<string, unknown>;
  SignOff: { version: number; checklist: { id: string; met: boolean | null }[] };
  ObligationPage: {
    items: { title: string; status: string; dueOn: string; owner: { name: string } | null }[];
  };
}
