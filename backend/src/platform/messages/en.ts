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
  },
} as const;
