/** One scale for all scanners, the worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What an analysis of risk has to look at at once. */
export const SEVERE: readonly Severity[] = ['critical', 'high'];

/** The qualitative scale of CVSS 3 and 4; a score of 0 says that nothing is at stake. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

const WORDS: Record<string, Severity> = {
  critical: 'critical',
  urgent: 'critical',
  high: 'high',
  serious: 'high',
  important: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  minor: 'low',
  minimal: 'low',
  info: 'info',
  informational: 'info',
  information: 'info',
  log: 'info',
  none: 'info',
  // SARIF 2.1.0, 3.27.10
  error: 'high',
  warning: 'medium',
  note: 'low',
  // Qualys counts from 1 (minimal) to 5 (urgent).
  '5': 'critical',
  '4': 'high',
  '3': 'medium',
  '2': 'low',
  '1': 'info',
  '0': 'info',
};
export const SEVERITY_WORDS_NAMED = ['critical', 'high', 'medium', 'low', 'info', '1 to 5'] as const;

/** What a scanner's own word or number means on our scale; undefined when it is none that is known. */
export function severityOfWord(word: string): Severity | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
}

/** The score decides; where there is none, or it is 0, the scanner's own word. */
export function severityOf(score: number | null, word: Severity | null): Severity {
  if (score !== null && score > 0) return severityOfScore(score);
  return word ?? 'info';
}

export function worstOf(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}
