export const method = {
  title: 'How the risk analysis is done',
  lead: 'What Part164 asks you to do, in which order, how a level comes about, and what a regulator looks for. The report prints the same words.',
  link: 'How it is done',
  steps: 'Nine steps',
  stepsLead:
    'The rule asks for an accurate and thorough assessment and names no procedure. These are the nine steps of NIST SP 800-30, which HHS points to.',
  here: 'In Part164:',
  place_1: 'scope of the analysis',
  place_2: 'inventory and data flows',
  place_3: 'threats, proposed by what each asset is',
  place_4: 'questions, scans and flows that become findings',
  place_5: 'answers with their evidence, safeguards of each risk',
  place_6: 'each risk, before and with safeguards',
  place_7: 'each risk, before and with safeguards',
  place_8: 'register and plan',
  place_9: 'sign-off, both PDFs and the review a year later',
  tests: 'Five tests',
  testsLead:
    'What OCR looks for when it audits a risk analysis. Each is answered in words before the sign-off.',
  show: 'How to show it:',
  scales: 'From likelihood and impact to a level',
  scalesLead:
    'Each analysis keeps the scale that it was begun with, in the version of that day. Nothing that was signed is rated anew.',
  likelihood: 'Likelihood',
  impact: 'Impact',
  level: 'Level',
  meaning: 'Meaning',
  response: 'What to do',
  matrixOf: 'Levels of the scale “{title}”',
  levelsOf: 'What the levels of the scale “{title}” mean',
  likelihoodsOf: 'Steps of likelihood of the scale “{title}”',
  impactsOf: 'Steps of impact of the scale “{title}”',
  basis: 'Where it comes from',
  conventions: 'Where the rule names no number',
  conventionsLead:
    'These are conventions of Part164. The dates stand on your own records, each with its reason, and people decide.',
  convention_review:
    'A signed analysis is looked at again within a year. The rule says “periodic” (164.308(a)(8)) and “as needed” (164.316(b)(2)(iii)).',
  convention_acceptance:
    'A risk is accepted for a year at most, by somebody who neither asked for it nor owns the risk, and anew as soon as it changes.',
  convention_second:
    'Whoever prepared an analysis does not approve it, and whoever finished an action does not check and confirm it.',
  convention_waiting:
    'What waits for a second person for more than 14 days is marked on the desk, and those who may decide are reminded every week.',
  convention_unknown:
    '“We don’t know” is an honest answer and becomes a finding, never a point lost in silence.',
  convention_keep: 'Six years: this number is the rule’s (164.316(b)(2)(i)).',
  packs: 'Where these words come from',
  nextTitle: 'Begin or go on',
  nextText: 'An analysis leads through these steps one by one and says which comes next.',
} as const;
