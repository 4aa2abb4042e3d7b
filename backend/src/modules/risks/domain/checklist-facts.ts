/** What the product counted for the checklist of the sign-off. */
export interface ChecklistCounts {
  assetsInScope: number;
  assetsExcluded: number;
  dataFlows: number;
  proposals: number;
  undecidedProposals: number;
  dismissals: number;
  findings: number;
  openFindings: number;
  questions: number;
  answers: number;
  /** Questions that an answer leads past. */
  notAsked: number;
  evidence: number;
  risks: number;
  withSafeguards: number;
  rated: number;
  withRatingReason: number;
  decided: number;
}

export type FactLabel =
  | 'assetsInScope'
  | 'assetsExcluded'
  | 'dataFlows'
  | 'proposalsDecided'
  | 'dismissals'
  | 'findings'
  | 'findingsOpen'
  | 'questionsAnswered'
  | 'questionsNotAsked'
  | 'evidence'
  | 'safeguards'
  | 'rated'
  | 'ratingReasons'
  | 'levels'
  | 'decisions';

export interface ChecklistFact {
  label: FactLabel;
  value: string;
}

/** The facts beside each of OCR's five tests; a test that we do not know has none. */
export function checklistFacts(testId: string, counts: ChecklistCounts): ChecklistFact[] {
  const all = {
    number: (label: FactLabel, value: number) => ({ label, value: value.toLocaleString('en') }),
    of,
  };
  switch (testId) {
    case 'scope':
      return [
        all.number('assetsInScope', counts.assetsInScope),
        all.number('assetsExcluded', counts.assetsExcluded),
        all.number('dataFlows', counts.dataFlows),
      ];
    case 'threats-and-vulnerabilities':
      return [
        all.of('proposalsDecided', counts.proposals - counts.undecidedProposals, counts.proposals),
        all.number('dismissals', counts.dismissals),
        all.number('findings', counts.findings),
        all.number('findingsOpen', counts.openFindings),
      ];
    case 'current-measures':
      return [
        all.of('safeguards', counts.withSafeguards, counts.risks),
        all.of('questionsAnswered', counts.answers, counts.questions),
        ...(counts.notAsked > 0 ? [all.number('questionsNotAsked', counts.notAsked)] : []),
        all.number('evidence', counts.evidence),
      ];
    case 'likelihood-and-impact':
      return [
        all.of('rated', counts.rated, counts.risks),
        all.of('ratingReasons', counts.withRatingReason, counts.risks),
      ];
    case 'risk-rating':
      return [
        all.of('levels', counts.rated, counts.risks),
        all.of('decisions', counts.decided, counts.risks),
      ];
    default:
      return [];
  }
}

function of(label: FactLabel, part: number, whole: number): ChecklistFact {
  return { label, value: `${part.toLocaleString('en')} / ${whole.toLocaleString('en')}` };
}
