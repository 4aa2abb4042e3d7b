/**
 * What the screens call coded values, for files that people read. The same words as in the catalog of the screens: a spec
 * there holds the two against each other.
 */
export const codeWords = {
  treatment: { mitigate: 'Reduce', transfer: 'Share', avoid: 'Avoid', accept: 'Accept' },
  riskStatus: { open: 'Open', treated: 'Treated', closed: 'Closed' },
  acceptance: {
    asked: 'Waits for approval',
    'in-force': 'Approved',
    stale: 'Changed since',
    ended: 'Ended',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  subjectEnd: {
    disposed: 'The asset is disposed of',
    ended: 'The data flow has ended',
    excluded: 'Left out of this analysis',
  },
  actionStatus: {
    planned: 'Planned',
    'in-progress': 'In progress',
    done: 'To be checked',
    validated: 'Checked',
    cancelled: 'Cancelled',
  },
} as const;
