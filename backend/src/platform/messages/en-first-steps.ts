const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';

/** What a young organization does up to its first signed analysis; words that depend on what it is under HIPAA stand twice. */
export const firstSteps = {
  sites: {
    title: 'Look at your organization and add its sites',
    text: {
      'covered-entity':
        'Every clinic, office and storage room where ePHI is belongs to the analysis. One office is a site too.',
      'business-associate':
        'Every office, data center and home office where you handle ePHI for your customers belongs to the analysis.',
    },
    citation: ANALYSIS,
  },
  officer: {
    title: 'Name your compliance officer',
    text: 'One person answers for security and does the risk analysis. Invite them in that role. If it is you: nobody changes their own role, so invite a second administrator, who then gives it to you.',
    citation: '45 CFR 164.308(a)(2)',
  },
  'second-person': {
    title: 'Have a second person who can sign',
    text: 'Nobody signs an analysis that they prepared: Part164 asks for a second pair of eyes. An administrator or another compliance officer can, so you need two of them in all.',
    citation: null,
  },
  assets: {
    title: 'List what holds ePHI',
    text: {
      'covered-entity':
        'The records system, laptops, phones, copiers, paper and the people-run work around them. Type them in, or bring a CSV file.',
      'business-associate':
        'The systems, devices and services with which you handle your customers’ ePHI, and whose they are. Type them in, or bring a CSV file.',
    },
    citation: ANALYSIS,
  },
  flows: {
    title: 'Say where the ePHI goes',
    text: {
      'covered-entity': 'To the billing service, the lab, the patients: from where, to whom, how, and why.',
      'business-associate':
        'From your customers to you, to your own subcontractors, and back: how it travels, and why.',
    },
    citation: ANALYSIS,
  },
  begin: {
    title: 'Begin the first risk analysis',
    text: {
      'covered-entity':
        'It asks what could harm the patient information that you hold, and leads through the answers in steps.',
      'business-associate':
        'The rule asks it of you as it does of your customers. It leads through the answers in steps.',
    },
    citation: ANALYSIS,
  },
  answer: {
    title: 'Answer the questions',
    text: 'In any order, and “we don’t know” is an honest answer.',
    citation: ANALYSIS,
  },
  rate: {
    title: 'Rate the risks',
    text: 'Take over the threats that fit, then say how likely and how bad each one is, and what is done about it.',
    citation: ANALYSIS,
  },
  sign: {
    title: 'Have it signed by another person',
    text: 'Check the five tests and hand it in. Somebody who did not prepare it reads and signs it.',
    citation: null,
  },
} as const;

export const answeredSoFar = (answered: number, total: number): string =>
  `${answered} of ${total} are answered.`;
