import { incidentWords } from './en-incidents.js';

/** The words that the backend itself writes into lists and records. Mail and letters have theirs in templates/. */
export const en = {
  obligations: {
    reviewTitle: (analysis: string) => `Yearly review: ${analysis}`,
    reviewedByApproval: 'A new risk analysis was approved.',
    kinds: {
      'risk-analysis.review': 'Review of the risk analysis',
      'risk-analysis.change-review': 'Changes since the risk analysis',
      'remediation-action.due': 'Remediation action',
      'remediation-milestone.due': 'Milestone of a remediation action',
      'risk-acceptance.end': 'Accepted risk to look at again',
      'remediation-lesson.due': 'What a fix taught',
      'record.review': 'Records to review',
      'breach-notice.due': 'Notice of a breach',
      'incident.open': 'Incident to be brought to its end',
    },
  },
  incidents: incidentWords,
  risks: {
    planChanged: 'The plan was changed.',
    acceptanceEnds: (number: number, title: string) => `Accepted risk R-${number}: ${title}`.slice(0, 200),
    acceptanceRenewed: 'The acceptance was approved anew.',
    acceptanceStale: 'The risk changed after it was accepted.',
    acceptanceClosed: 'The risk was closed.',
    analysisWithdrawn: 'The analysis was withdrawn.',
    loweredBy: (number: number, title: string) =>
      `The fix A-${number} “${title}” was checked and lowers it to what was expected.`,
    saidBefore: 'Before that:',
    lessonDue: (kind: 'document' | 'design-standard', title: string) =>
      `${kind === 'document' ? 'Update a document' : 'Change a design standard'}: ${title}`.slice(0, 200),
    lessonChanged: 'What the fix taught is to be done by somebody else, or on another day.',
    lessonRemoved: 'It was taken back.',
    facts: {
      assetsInScope: 'Assets in scope',
      assetsExcluded: 'Assets left out, with a reason',
      dataFlows: 'Data flows',
      proposalsDecided: 'Proposed threats decided',
      dismissals: 'Proposed threats turned down, with a reason',
      findings: 'Findings',
      findingsOpen: 'Findings still open',
      questionsAnswered: 'Questions answered',
      questionsNotAsked: 'Questions not asked, because of another answer',
      evidence: 'Pieces of evidence',
      safeguards: 'Risks with safeguards written down',
      rated: 'Risks rated',
      ratingReasons: 'Ratings with a reason',
      levels: 'Risks with a level before and after safeguards',
      decisions: 'Risks with a decision',
    },
  },
  changes: {
    reviewTitle: (analysis: string) => `Decide what changed since: ${analysis}`.slice(0, 200),
    allDecided: 'Every change is decided, or covered by a signed analysis.',
    oldestMoved: 'The oldest change that nobody decided is another one now.',
    reviewBroughtForward: 'A change since the signed analysis needs a new one.',
    criticalFound: (count: number) =>
      count === 1 ? 'One critical vulnerability' : `${count} critical vulnerabilities`,
    criticalOpenAgain: (count: number) =>
      count === 1
        ? 'One critical vulnerability, open again since a scan was undone'
        : `${count} critical vulnerabilities, open again since a scan was undone`,
    bySystem: 'The system',
    vendorEnd: (name: string) => `${name} (vendor)`,
    outsideParty: (name: string) => `${name} (outside party)`,
  },
  reviews: {
    title: (records: number) =>
      records === 1 ? 'Review one record' : `Review ${records.toLocaleString('en-US')} records`,
    earliestMoved: 'Another record is the first one due now.',
    lastReviewed: 'The last one that was due is reviewed.',
    noneDue: 'None is due any more: each has ended, was rated anew or is looked after by somebody else.',
  },
  waiting: {
    'remediation-action': {
      what: 'A finished remediation action',
      todo: 'Look at what shows that it works, then validate it or open it again.',
    },
    'risk-acceptance': {
      what: 'A request to accept a risk',
      todo: 'Read the risk and the reason, then approve or refuse it.',
    },
    'risk-scale': {
      what: 'A proposed risk scale',
      todo: 'Read it, then adopt it or send it back.',
    },
    assessment: {
      what: 'A risk analysis',
      todo: 'Read it, then approve it or return it with a reason.',
    },
  },
  work: {
    ownObligation: 'You own it.',
    unowned: 'Nobody who can see to it owns it: see to it, or name an owner.',
    ownAction: 'You own this action of the plan.',
    lateAction: 'Its owner should have finished it.',
    toValidate: (by: string) => `${by} finished it: check that it works, and confirm it.`,
    waitsForValidation: 'Done. Somebody else has to check that it works.',
    toApprove: (by: string) => `${by} submitted it for your approval.`,
    waitsForApproval: 'Submitted. Somebody who did not prepare it has to approve it.',
    draft: (answers: number) =>
      answers === 0
        ? 'You began it.'
        : answers === 1
          ? 'You began it: one question is answered.'
          : `You began it: ${answers} questions are answered.`,
    toAccept: (by: string) => `${by} asks you to approve that this risk stays as it is.`,
    waitsForAcceptance: 'You asked for approval. Somebody else has to give it.',
    toAdopt: (by: string) => `${by} proposes this risk scale: adopt it or send it back.`,
    waitsForAdoption: 'You proposed this risk scale. Somebody else has to adopt it.',
    acceptanceStale: 'This accepted risk changed after it was approved: ask again, or decide otherwise.',
    acceptanceEnded: 'The approval of this accepted risk has ended: ask again, or decide otherwise.',
    invitation: (name: string) => `Invitation of ${name}`,
    waitsForInvited: 'Not accepted yet. The link can be given again by a new invitation.',
    steps: {
      'name-officer': {
        title: 'Name your compliance officer',
        text: 'One person has to answer for security. Invite them with this role; they lead the risk analysis from here.',
        citation: '45 CFR 164.308(a)(2)',
      },
      'list-assets': {
        title: 'List what holds ePHI',
        text: 'Systems, devices, media, places and the people-run processes around them: what is not on the list cannot be analysed. Type them in, or bring a CSV file.',
        citation: '45 CFR 164.308(a)(1)(ii)(A)',
      },
      'start-analysis': {
        title: 'Start the risk analysis',
        text: 'The inventory is there. Now look at what could go wrong with it: questions, threats, ratings, and a plan. Part164 leads through it and keeps what you enter.',
        citation: '45 CFR 164.308(a)(1)(ii)(A)',
      },
      'find-approver': {
        title: 'Find somebody to sign',
        text: 'The analysis waits for approval by a person who did not prepare it, and nobody else here may approve. Invite a second compliance officer or admin.',
        citation: null,
      },
      'start-review': {
        title: 'Begin this year’s analysis',
        text: 'The review of the last one is due. Begin the next one as its successor, and look at what has changed since: systems, places, people, threats.',
        citation: '45 CFR 164.308(a)(8)',
      },
    },
  },
} as const;
