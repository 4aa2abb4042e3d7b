/** The four factors of 45 CFR 164.402, “breach”, (2)(i) to (iv). */
export const FACTORS = ['nature', 'recipient', 'acquired', 'mitigated'] as const;
export type Factor = (typeof FACTORS)[number];

/** The three exceptions of 164.402, “breach”, (1)(i) to (iii). */
export const EXCEPTIONS = ['unintentional', 'inadvertent', 'not-retained'] as const;
export type Exception = (typeof EXCEPTIONS)[number];

export const CONCLUSIONS = ['breach', 'low-probability', 'exception', 'secured'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export interface FactorAnswer {
  reasoning: string;
  /** What shows it: documents, logs, statements. */
  evidence: string;
}

/** What a person considered and concluded for one group of individuals. The product never decides and never scores. */
export interface DeterminationContent {
  /** Whose information, and which: “the 12 letters that were opened”. */
  about: string;
  individuals: number | null;
  /** With this one, everybody who is affected has been decided about. */
  coversEveryone: boolean;
  exception: { kind: Exception | 'none'; because: string };
  protection: {
    state: 'unsecured' | 'encrypted' | 'destroyed';
    /** The fate of the key: only a key that is known to be safe keeps information secured. */
    keyCompromised: 'yes' | 'no' | 'unknown';
    because: string;
  };
  factors: Record<Factor, FactorAnswer>;
  conclusion: Conclusion | null;
  because: string;
}

export const SHORTEST_REASON = 20;

export const EMPTY_DETERMINATION: DeterminationContent = {
  about: '',
  individuals: null,
  coversEveryone: false,
  exception: { kind: 'none', because: '' },
  protection: { state: 'unsecured', keyCompromised: 'unknown', because: '' },
  factors: {
    nature: { reasoning: '', evidence: '' },
    recipient: { reasoning: '', evidence: '' },
    acquired: { reasoning: '', evidence: '' },
    mitigated: { reasoning: '', evidence: '' },
  },
  conclusion: null,
  because: '',
};

/** What is missing before it can be signed, by field. A breach is presumed until all that is asked for is there. */
export function determinationProblems(content: DeterminationContent): Record<string, string> {
  const problems: Record<string, string> = {};
  if (content.about.trim() === '')
    problems['about'] = 'Say whose information it is, and which: what you decide holds for them.';
  if (content.conclusion === null) problems['conclusion'] = 'Choose what you conclude.';
  if (isShort(content.because))
    problems['because'] =
      `Say why, in at least ${SHORTEST_REASON} characters: OCR reads the reasons, not the tick.`;
  if (content.conclusion === 'low-probability') Object.assign(problems, factorProblems(content));
  if (content.conclusion === 'exception') Object.assign(problems, exceptionProblems(content));
  if (content.conclusion === 'secured') Object.assign(problems, protectionProblems(content));
  return problems;
}

/** All four or none: three of four show nothing. 164.402(2) */
function factorProblems({ factors }: DeterminationContent): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const factor of FACTORS) {
    if (isShort(factors[factor].reasoning))
      problems[`factors.${factor}.reasoning`] =
        `A low probability is shown by all four factors. Give your reasoning for this one, in at least ${SHORTEST_REASON} characters.`;
    if (factors[factor].evidence.trim() === '')
      problems[`factors.${factor}.evidence`] = 'Say what shows it: a log, a letter, a statement.';
  }
  return problems;
}

function exceptionProblems({ exception }: DeterminationContent): Record<string, string> {
  const problems: Record<string, string> = {};
  if (exception.kind === 'none') problems['exception.kind'] = 'Say which of the three exceptions it is.';
  if (isShort(exception.because))
    problems['exception.because'] =
      `Say how each condition of the exception is met, in at least ${SHORTEST_REASON} characters.`;
  return problems;
}

/** A yes or no closes nothing: what was done to the information, and where its key is, each with what shows it. */
function protectionProblems({ protection }: DeterminationContent): Record<string, string> {
  const problems: Record<string, string> = {};
  if (protection.state === 'unsecured')
    problems['protection.state'] = 'Only encrypted or destroyed information can be secured.';
  if (protection.state === 'encrypted' && protection.keyCompromised !== 'no')
    problems['protection.keyCompromised'] =
      protection.keyCompromised === 'yes'
        ? 'With its key in other hands, encrypted information is not secured.'
        : 'While nobody knows where the key is, the information does not count as secured.';
  if (isShort(protection.because))
    problems['protection.because'] =
      `Say how it was encrypted or destroyed, and what shows that the key is safe, in at least ${SHORTEST_REASON} characters.`;
  return problems;
}

function isShort(text: string): boolean {
  return text.trim().length < SHORTEST_REASON;
}

export interface StandingDetermination {
  conclusion: Conclusion;
  coversEveryone: boolean;
}

/**
 * Whether notices are still presumed to be due: until everybody who is affected has been decided about by two people,
 * and none of it was a breach. 164.402(2), 164.414(b)
 */
export function isBreachPresumed(countersigned: readonly StandingDetermination[]): boolean {
  const coversAll = countersigned.some(({ coversEveryone }) => coversEveryone);
  return !coversAll || countersigned.some(({ conclusion }) => conclusion === 'breach');
}
