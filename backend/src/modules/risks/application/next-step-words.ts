import type { NextStep } from '../domain/next-step.js';

interface Words {
  title: string;
  text: string;
  citation: string | null;
  href: (place: { id: string; sectionId: string | null; nextId: string | null }) => string;
}

const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';
const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

/** What each step is called, why it is due, and where it is done. */
export const NEXT_STEP_WORDS: Record<NextStep, Words> = {
  'mend-returned': {
    title: 'Mend what it was returned for',
    text: 'It was given back before it was signed. Change what is asked for, then submit it again.',
    citation: ANALYSIS,
    href: ({ id }) => `/assessments/${id}/sign-off`,
  },
  'describe-scope': {
    title: 'Say what this analysis covers',
    text: 'Write down the places, systems and people that it looks at. It has to reach all ePHI that you create, receive, keep or send.',
    citation: ANALYSIS,
    href: ({ id }) => `/assessments/${id}/scope`,
  },
  'answer-questions': {
    title: 'Answer the questions',
    text: 'Go through the sections in any order. "We don\'t know" is an honest answer: it becomes a finding, and you can come back to it.',
    citation: ANALYSIS,
    href: ({ id, sectionId }) =>
      sectionId ? `/assessments/${id}/questions/${sectionId}` : `/assessments/${id}`,
  },
  'decide-specifications': {
    title: 'Decide on what is addressable',
    text: 'Addressable does not mean optional: for each such specification write down that it is in place, what you do instead, or why neither fits here.',
    citation: '45 CFR 164.306(d)(3)',
    href: ({ id }) => `/assessments/${id}/specifications`,
  },
  'decide-proposals': {
    title: 'Look at what could go wrong',
    text: 'For each asset and data flow we propose threats and the weak points that let them happen. Take over what fits and say why the rest does not.',
    citation: ANALYSIS,
    href: ({ id }) => `/assessments/${id}/proposals`,
  },
  'review-carried': {
    title: 'Review the risks that came from last time',
    text: 'Each of them is still yours. Say why its rating holds, or rate it anew, before this analysis is signed.',
    citation: '45 CFR 164.306(e)',
    href: ({ id }) => `/risks/review?assessmentId=${id}`,
  },
  'rate-risks': {
    title: 'Rate the risks',
    text: 'Choose how likely each one is and how bad it would be, first without your safeguards and then with them.',
    citation: ANALYSIS,
    href: ({ id }) => `/risks?assessmentId=${id}&level=unrated`,
  },
  'decide-treatment': {
    title: 'Decide what to do about each risk',
    text: 'Reduce it, hand it on, avoid it or accept it with a reason, until what remains is reasonable for an organization like yours.',
    citation: MANAGEMENT,
    href: ({ id }) => `/risks?assessmentId=${id}&treatment=undecided`,
  },
  'name-owners': {
    title: 'Give each risk an owner',
    text: 'A risk without a person behind it stays as it is. Name who sees to it.',
    citation: MANAGEMENT,
    href: ({ id }) => `/risks?assessmentId=${id}&ownerId=none`,
  },
  'plan-actions': {
    title: 'Plan the fixes',
    text: 'Write down who does what until when and what it may cost, so that the risks that you want to reduce really go down.',
    citation: MANAGEMENT,
    href: ({ id }) => `/risks?assessmentId=${id}&treatment=mitigate`,
  },
  'check-tests': {
    title: 'Check the analysis as an auditor would',
    text: 'Five short questions show whether anything is missing before somebody signs.',
    citation: ANALYSIS,
    href: ({ id }) => `/assessments/${id}/sign-off`,
  },
  submit: {
    title: 'Submit it for sign-off',
    text: 'Another person reads the analysis and signs it. Until then it can be returned to you.',
    citation: '45 CFR 164.316(b)(1)',
    href: ({ id }) => `/assessments/${id}/sign-off`,
  },
  'return-undecided': {
    title: 'Return it: decisions on what is addressable are missing',
    text: 'It cannot be signed like this. Whoever reads it returns it with a reason; then each addressable specification gets its decision.',
    citation: '45 CFR 164.306(d)(3)',
    href: ({ id }) => `/assessments/${id}/sign-off`,
  },
  'wait-for-approval': {
    title: 'It waits for sign-off',
    text: 'Somebody who did not prepare it reads and signs it: Part164 asks for this second pair of eyes. Its answers, risks and decisions stand still meanwhile.',
    citation: null,
    href: ({ id }) => `/assessments/${id}/sign-off`,
  },
  approve: {
    title: 'Read it, then sign or return it',
    text: 'Your signature keeps the analysis as it stands, with its date and content. Return it with a reason where something is missing.',
    citation: null,
    href: ({ id }) => `/assessments/${id}/sign-off`,
  },
  'follow-plan': {
    title: 'Work through the plan',
    text: 'The analysis is signed. What it found is only mended when the planned actions are done and somebody else has checked them.',
    citation: MANAGEMENT,
    href: ({ id }) => `/plan?assessmentId=${id}`,
  },
  'carried-on': {
    title: 'Go on in the next analysis',
    text: 'What was signed stays as it is. Its open risks and their actions were carried on and live there now.',
    citation: '45 CFR 164.316(b)(2)(iii)',
    href: ({ id, nextId }) => `/assessments/${nextId ?? id}`,
  },
  'keep-current': {
    title: 'Keep it current',
    text: 'Review the analysis when systems, places or people change, and at the latest on the date of the next review.',
    citation: '45 CFR 164.316(b)(2)(iii)',
    href: ({ id }) => `/assessments/${id}`,
  },
  withdrawn: {
    title: 'Go on in another analysis',
    text: 'This one was withdrawn and stays on record as it was. What it had taken over is back where it came from.',
    citation: '45 CFR 164.316(b)(2)(i)',
    href: () => '/assessments',
  },
};
