/** The words that the backend itself writes into lists and records. Mail and letters have theirs in templates/. */
export const en = {
  obligations: {
    reviewTitle: (analysis: string) => `Yearly review: ${analysis}`,
    reviewedByApproval: 'A new risk analysis was approved.',
    kinds: {
      'risk-analysis.review': 'Review of the risk analysis',
      'remediation-action.due': 'Remediation action',
      'remediation-milestone.due': 'Milestone of a remediation action',
    },
  },
  risks: {
    planChanged: 'The plan was changed.',
    facts: {
      assetsInScope: 'Assets in scope',
      assetsExcluded: 'Assets left out, with a reason',
      dataFlows: 'Data flows',
      proposalsDecided: 'Proposed threats decided',
      dismissals: 'Proposed threats turned down, with a reason',
      findings: 'Findings',
      findingsOpen: 'Findings still open',
      questionsAnswered: 'Questions answered',
      evidence: 'Pieces of evidence',
      safeguards: 'Risks with safeguards written down',
      rated: 'Risks rated',
      ratingReasons: 'Ratings with a reason',
      levels: 'Risks with a level before and after safeguards',
      decisions: 'Risks with a decision',
    },
  },
} as const;
