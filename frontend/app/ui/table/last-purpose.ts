export const PURPOSES = ['own-work', 'management', 'audit', 'regulator', 'other-system', 'other'] as const;

const KEY = 'export-purpose';

/** What somebody took a table out for the last time in this browser; empty where nothing is known. */
export function lastPurpose(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // storage closed by the browser's settings: it is asked anew each time
  }
}

export function keepPurpose(purpose: FormDataEntryValue | null): void {
  if (typeof purpose !== 'string') return;
  try {
    localStorage.setItem(KEY, purpose);
  } catch {
    // storage full or closed: it is asked anew the next time
  }
}
