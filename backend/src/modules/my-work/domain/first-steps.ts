export const FIRST_STEPS = [
  'sites',
  'officer',
  'second-person',
  'assets',
  'flows',
  'begin',
  'answer',
  'rate',
  'sign',
] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];
const ANALYSIS_STEPS: readonly FirstStep[] = ['answer', 'rate', 'sign'];

export const FIRST_STEP_STATES = ['done', 'waiting', 'now', 'later'] as const;
export type FirstStepState = (typeof FIRST_STEP_STATES)[number];

/** What an organization without a signed analysis has done so far. The facts themselves are the progress. */
export interface FirstStepFacts {
  sites: number;
  officers: number;
  officersInvited: number;
  /** Who may sign an analysis: two of them are needed, for nobody signs their own. */
  signers: number;
  signersInvited: number;
  hasAssets: boolean;
  hasFlows: boolean;
  latest: { unanswered: number; risks: number; risksUnrated: number } | null;
}

const SIGNERS_NEEDED = 2;

/**
 * Each step in its order: the first that is neither done nor waits for an invited person is the one to do now. Once the
 * analysis has begun its own steps come first, save that it needs assets; what else was left out can still be done.
 */
export function firstStepStates(facts: FirstStepFacts): { step: FirstStep; state: FirstStepState }[] {
  const { latest } = facts;
  const done: Record<FirstStep, boolean> = {
    sites: facts.sites > 0,
    officer: facts.officers > 0,
    'second-person': facts.signers >= SIGNERS_NEEDED,
    assets: facts.hasAssets,
    flows: facts.hasFlows,
    begin: latest !== null,
    answer: latest?.unanswered === 0,
    rate: latest !== null && latest.risks > 0 && latest.risksUnrated === 0,
    // Once it is signed, nobody asks any more.
    sign: false,
  };
  const waiting: Partial<Record<FirstStep, boolean>> = {
    officer: facts.officersInvited > 0,
    'second-person': facts.signers + facts.signersInvited >= SIGNERS_NEEDED,
  };
  // An analysis of nothing: what holds ePHI comes first all the same.
  const candidates: readonly FirstStep[] = latest ? ['assets', ...ANALYSIS_STEPS] : FIRST_STEPS;
  const next = candidates.find((step) => !done[step] && !waiting[step]);
  return FIRST_STEPS.map((step) => ({ step, state: stateOf(step) }));

  function stateOf(step: FirstStep): FirstStepState {
    if (done[step]) return 'done';
    if (waiting[step]) return 'waiting';
    return step === next ? 'now' : 'later';
  }
}
