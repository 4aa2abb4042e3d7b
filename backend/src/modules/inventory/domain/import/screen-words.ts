/** What the screens say where a file holds another word. Only words that mean one thing in all columns. */
const SCREEN_WORDS: Partial<Record<string, string>> = {
  process: 'People’s work',
  'on-premises': 'On our premises',
  'vendor-hosted': 'Hosted by a vendor',
  cloud: 'In a public cloud',
  portable: 'Carried around',
  partial: 'In part',
  tested: 'Restore tested',
  untested: 'Never tested',
  disposed: 'Disposed of',
  internal: 'Ourselves',
  government: 'A government agency',
  unknown: 'Not known',
  'not-applicable': 'Does not apply',
};

/** A word that may be typed, with what it is called on screen: “process (People’s work)”. */
export function withScreenWord(word: string): string {
  const shown = SCREEN_WORDS[word];
  return shown === undefined ? word : `${word} (${shown})`;
}
