/** What becomes of a result when its file is taken over. */
export const SCAN_OUTCOMES = ['new', 'known', 'came-back', 'no-asset', 'bad', 'left-out'] as const;
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];
